import type { Learner } from './harness.ts'
import type { memoryMeter } from './memory.ts'
import type { Plan, PlannedStep } from './plan.ts'
import type { Primordials } from './primordials.ts'
import type { Reader } from './read.ts'
import {
  ALIVE,
  BUFFER,
  CALL,
  GET,
  METHOD,
  MISSING,
  NEW,
  OUT_OF_MEMORY,
  RETURNED,
  SCRIPT_END,
  STEP_LIMIT,
  THREW,
} from './tags.ts'
import type { Writer } from './write.ts'

type Dictionary = Record<number, unknown>
type AnyFunction = (...args: unknown[]) => unknown

/** Does a script's steps one by one, writing each result the moment that it is there. */
export function player(read: Reader, write: Writer, is: Primordials, memory: ReturnType<typeof memoryMeter>) {
  let index = 0
  let instances: Dictionary = { __proto__: null } as never
  let buffers: Dictionary = { __proto__: null } as never

  function begin(): void {
    index = 0
    instances = { __proto__: null } as never
    buffers = { __proto__: null } as never
  }
  /** What the code has under a name; a default export answers to every name that is not there. */
  function find(names: readonly unknown[], name: string): unknown {
    let byDefault: unknown
    for (let i = 0; i < names.length; i += 2) {
      if (names[i] === name) return names[i + 1]
      if (names[i] === 'default') byDefault = names[i + 1]
    }
    return byDefault
  }
  /** Overwrites the arrays that the caller uses again. */
  function refill(step: PlannedStep): void {
    read.seek(step.from)
    for (let i = 0; i < step.args.length; i++) {
      if (read.peek() !== BUFFER) {
        read.skip()
        continue
      }
      read.next()
      const name = read.next()
      const n = read.next()
      if (buffers[name] === undefined) buffers[name] = []
      const buffer = buffers[name] as number[]
      if (buffer.length !== n) buffer.length = n
      for (let k = 0; k < n; k++) {
        const x = read.next()
        if (is.has(buffer, k)) buffer[k] = x
        else is.own(buffer, k, x)
      }
      step.args[i] = buffer
    }
  }
  function member(step: PlannedStep): unknown {
    const it = instances[step.on] as Record<string, unknown>
    if (step.op === GET && !(step.name in it)) throw new is.Err(`there is no ${step.name}`)
    return it[step.name]
  }
  function call(step: PlannedStep, entry: unknown): unknown {
    if (step.buffers) refill(step)
    switch (step.op) {
      case CALL:
        return is.apply(entry as AnyFunction, undefined, step.args)
      case NEW:
        instances[step.on] = is.construct(entry as AnyFunction, step.args)
        return undefined
      case METHOD: {
        const method = member(step)
        if (typeof method !== 'function') throw new is.Err(`there is no method ${step.name}`)
        return is.apply(method as AnyFunction, instances[step.on], step.args)
      }
      default:
        return member(step)
    }
  }

  function textOf(it: unknown, key: string): string {
    try {
      const text = (it as Record<string, unknown>)[key]
      return typeof text === 'string' ? text : ''
    } catch {
      return ''
    }
  }
  /** Name, message and stack of what was thrown, whatever it is. */
  function error(it: unknown): void {
    if (typeof it === 'object' && it !== null) {
      write.string(textOf(it, 'name') || 'Error', 60)
      write.string(textOf(it, 'message'), 300)
      write.string(textOf(it, 'stack'), 2000)
      return
    }
    write.string(it === null ? 'null' : 'Error', 60)
    write.string(typeof it === 'symbol' || typeof it === 'function' ? typeof it : `${it}`, 300)
    write.string('', 0)
  }
  function outOfMemory(it: unknown): boolean {
    if (typeof it !== 'object' || it === null) return false
    return textOf(it, 'name') === 'InternalError' && textOf(it, 'message') === 'out of memory'
  }

  /** The first argument of steps `from` to `to` that is not what it was: step and argument are written. */
  function changed(steps: readonly PlannedStep[], from: number, to: number, buffersToo: boolean): boolean {
    for (let s = from; s <= to; s++) {
      const { args, from: start } = steps[s] as PlannedStep
      read.seek(start)
      for (let a = 0; a < args.length; a++) {
        if (!buffersToo && read.peek() === BUFFER) {
          read.skip()
          continue
        }
        if (read.same(args[a])) continue
        changedStep = s
        changedArg = a
        return true
      }
    }
    return false
  }
  let changedStep = -1
  let changedArg = -1

  function endScript(plan: Plan, steps: readonly PlannedStep[], last: number): void {
    if (plan.unchanged && changedStep < 0) changed(steps, 0, last, false)
    write.number(SCRIPT_END)
    write.number(changedStep)
    write.number(changedArg)
    changedStep = changedArg = -1
    begin()
  }

  /** The next step of a script. Says whether the script goes on, is done, or the whole run must end. */
  function step(learner: Learner, plan: Plan, script: number, spent: () => boolean): 'step' | 'script' | 'ended' {
    const steps = plan.scripts[script] as readonly PlannedStep[]
    const it = steps[index] as PlannedStep
    const entry = it.op === CALL || it.op === NEW ? find(learner.names, it.name) : undefined
    if ((it.op === CALL || it.op === NEW) && typeof entry !== 'function') {
      write.number(MISSING)
      write.string(it.name, 200)
      write.number(it.op === NEW ? 1 : 0)
      write.number(entry === undefined ? 0 : 1)
      return 'ended'
    }
    const at = write.at()
    let threw = false
    let thrown: unknown
    let work = 0
    let alive = 0
    try {
      const value = call(it, entry)
      work = STEP_LIMIT - learner.left()
      if (memory.isOn() && index + 1 === steps.length) alive = memory.peak()
      write.number(RETURNED)
      write.number(work)
      write.value(value)
    } catch (e) {
      threw = true
      thrown = e
      write.back(at)
      if (work === 0) work = STEP_LIMIT - learner.left()
    }
    const end = write.at()
    write.back(at)
    if (spent()) return 'ended'
    write.back(end)
    if (threw) {
      if (outOfMemory(thrown)) {
        write.number(OUT_OF_MEMORY)
        return 'ended'
      }
      write.number(THREW)
      write.number(work)
      error(thrown)
    }
    if (memory.isOn() && index + 1 === steps.length) {
      write.number(ALIVE)
      write.number(alive)
    }
    // what its caller uses again is looked at before it is used again; all else when the script ends
    if (it.buffers && plan.unchanged && changedStep < 0) changed(steps, index, index, true)
    if ((threw && !it.asks) || index + 1 >= steps.length) {
      endScript(plan, steps, index)
      return 'script'
    }
    index++
    return 'step'
  }
  return { begin, step, error, atStart: () => index === 0 }
}
