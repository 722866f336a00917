import type { MemoryLook, RunOptions } from '#lib/grading/runner.ts'
import { type Arg, Once, ReusedBuffer, type Script, type Step } from '#lib/grading/script.ts'
import {
  BUFFER,
  CALL,
  FALSE,
  GET,
  LIST,
  MATRIX,
  METHOD,
  NEW,
  NULL,
  NUMBER,
  OBJECT,
  ONCE,
  STRING,
  TRUE,
  UNDEFINED,
  VECTOR,
} from '../harness/tags.ts'

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

const LOOKS: readonly MemoryLook[] = ['quick', 'collected', 'close']

/** A growing list of encoded scripts with the names that they use. */
class Batch {
  count = 0
  #out: number[] = []
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
    const memory = options.memory === undefined ? 0 : LOOKS.indexOf(options.memory) + 1
    const head = [options.trace ? 1 : 0, options.unchanged ? 1 : 0, memory, this.#names.size]
    for (const name of this.#names.keys()) string(head, name)
    head.push(this.count)
    const all = new Float64Array(head.length + this.#out.length)
    all.set(head)
    all.set(this.#out, head.length)
    return all
  }
  script(script: Script): void {
    this.count++
    this.#out.push(script.length)
    for (const step of script) this.#step(step)
  }
  #step(step: Step): void {
    const out = this.#out
    if ('get' in step) out.push(GET, this.#name(step.get), this.#name(step.on), 0, 0)
    else {
      if ('new' in step) out.push(NEW, this.#name(step.new), this.#name(step.as), 0)
      else if (step.on === undefined) out.push(CALL, this.#name(step.call), -1, 0)
      else out.push(METHOD, this.#name(step.call), this.#name(step.on), step.throws ? 1 : 0)
      out.push(step.args.length)
      for (const arg of step.args) this.#arg(arg)
    }
  }
  #name(name: string): number {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    this.#nameUnits += 1 + name.length
    this.#names.set(name, this.#names.size)
    return this.#names.size - 1
  }
  #arg(arg: Arg): void {
    if (arg instanceof ReusedBuffer) {
      this.#out.push(BUFFER, this.#name(arg.buffer), arg.values.length)
      for (const x of arg.values) this.#out.push(x)
    } else if (arg instanceof Once) {
      this.#out.push(ONCE, arg.values.length)
      for (const x of arg.values) this.#out.push(x)
    } else value(this.#out, arg)
  }
}

function value(out: number[], it: unknown): void {
  if (typeof it === 'number') out.push(NUMBER, it)
  else if (it === undefined) out.push(UNDEFINED)
  else if (it === null) out.push(NULL)
  else if (typeof it === 'boolean') out.push(it ? TRUE : FALSE)
  else if (typeof it === 'string') {
    out.push(STRING)
    string(out, it)
  } else if (Array.isArray(it)) array(out, it)
  else object(out, it as Readonly<Record<string, unknown>>)
}

function string(out: number[], text: string): void {
  out.push(text.length)
  for (let i = 0; i < text.length; i++) out.push(text.charCodeAt(i))
}

function array(out: number[], list: readonly unknown[]): void {
  if (isVector(list)) {
    out.push(VECTOR, list.length)
    for (const x of list) out.push(x)
  } else if (isMatrix(list)) {
    out.push(MATRIX, list.length, list[0]?.length ?? 0)
    for (const row of list) for (const x of row) out.push(x)
  } else {
    out.push(LIST, list.length)
    for (const x of list) value(out, x)
  }
}

function object(out: number[], it: Readonly<Record<string, unknown>>): void {
  const entries = Object.entries(it)
  out.push(OBJECT, entries.length)
  for (const [key, entry] of entries) {
    string(out, key)
    value(out, entry)
  }
}

function isVector(list: readonly unknown[]): list is readonly number[] {
  for (const x of list) if (typeof x !== 'number') return false
  return true
}
function isMatrix(list: readonly unknown[]): list is readonly (readonly number[])[] {
  const [first] = list
  if (!Array.isArray(first)) return false
  for (const row of list) if (!Array.isArray(row) || row.length !== first.length || !isVector(row)) return false
  return true
}
