import type { HeapSampling, RunOptions } from '#lib/grading/runner.ts'
import { type Arg, ReusedBuffer, type Script, SingleUseIterable, type Step } from '#lib/grading/script.ts'
import {
  ASKS,
  BUFFER,
  CALL,
  GET,
  METHOD,
  NEW,
  ONCE,
  REUSES,
  STEP_FLAGS,
  STEP_HEAD,
  STEP_SIZE,
} from '../harness/tags.ts'
import { Numbers } from './numbers.ts'

/** Doubles that the sandbox takes in at a time. */
export const INPUT_LIMIT = 65_536

/**
 * Writes scripts as numbers, for the harness to read: options, names, then script by script. Several batches where one
 * would not fit.
 *
 * @throws RangeError when a single script does not fit: the exercise's inputs are too large
 */
export function encode(scripts: readonly Script[], options: RunOptions = {}): Float64Array<ArrayBuffer>[] {
  const batches: Float64Array<ArrayBuffer>[] = []
  let batch = new Batch()
  for (const script of scripts) {
    const before = batch.mark()
    batch.script(script)
    if (batch.size <= INPUT_LIMIT) continue
    batch.forget(before)
    if (batch.count === 0) throw new RangeError('one input of this exercise is larger than the sandbox takes')
    batches.push(batch.numbers(options))
    batch = new Batch()
    batch.script(script)
    if (batch.size > INPUT_LIMIT) throw new RangeError('one input of this exercise is larger than the sandbox takes')
  }
  if (batch.count > 0) batches.push(batch.numbers(options))
  return batches
}

const LOOKS: readonly HeapSampling[] = ['fast', 'after-gc', 'dense']

/** A growing list of encoded scripts with the names that they use. */
class Batch {
  count = 0
  #out = new Numbers()
  #names = new Map<string, number>()
  #nameUnits = 0

  get size(): number {
    return 5 + this.#out.length + this.#nameUnits
  }
  mark(): number {
    return this.#out.length
  }
  forget(mark: number): void {
    this.#out.length = mark
    this.count--
  }
  numbers(options: RunOptions): Float64Array<ArrayBuffer> {
    const head = new Numbers()
    head.push(options.trace ? 1 : 0)
    head.push(options.unchanged ? 1 : 0)
    head.push(options.memory === undefined ? 0 : LOOKS.indexOf(options.memory) + 1)
    head.push(this.#names.size)
    for (const name of this.#names.keys()) head.string(name)
    head.push(this.count)
    return head.with(this.#out)
  }
  script(script: Script): void {
    this.count++
    this.#out.push(script.length)
    for (const step of script) this.#step(step)
  }
  #step(step: Step): void {
    if ('get' in step) this.#head(GET, this.#name(step.get), this.#name(step.on), 0, NONE)
    else if ('new' in step) this.#head(NEW, this.#name(step.new), this.#name(step.as), 0, step.args)
    else if (step.on === undefined) this.#head(CALL, this.#name(step.call), -1, 0, step.args)
    else this.#head(METHOD, this.#name(step.call), this.#name(step.on), step.throws ? ASKS : 0, step.args)
  }
  #head(op: number, name: number, on: number, flags: number, args: readonly Arg[]): void {
    const out = this.#out
    const at = out.length
    out.push(op)
    out.push(name)
    out.push(on)
    out.push(flags)
    out.push(args.length)
    out.push(0)
    for (const arg of args) {
      if (arg instanceof ReusedBuffer) out.set(at + STEP_FLAGS, (flags & ASKS) + REUSES)
      this.#arg(arg)
    }
    out.set(at + STEP_SIZE, out.length - at - STEP_HEAD)
  }
  #name(name: string): number {
    const nameIndex = this.#names.get(name)
    if (nameIndex !== undefined) return nameIndex
    this.#nameUnits += 1 + name.length
    this.#names.set(name, this.#names.size)
    return this.#names.size - 1
  }
  #arg(arg: Arg): void {
    if (arg instanceof ReusedBuffer) {
      this.#out.push(BUFFER)
      this.#out.push(this.#name(arg.buffer))
      this.#out.list(arg.values)
    } else if (arg instanceof SingleUseIterable) {
      this.#out.push(ONCE)
      this.#out.list(arg.values)
    } else this.#out.value(arg)
  }
}
const NONE: readonly Arg[] = []
