import type { Reader } from './read.ts'

export interface PlannedStep {
  readonly op: number
  readonly name: string
  /** Number of the instance that is made or called; −1 for none. */
  readonly on: number
  /** An error is asked for, so one does not end the script. */
  readonly asks: boolean
  /** Passed to the learner's code as they are. */
  readonly args: unknown[]
  /** Where the first argument stands in the input; the others follow. */
  readonly from: number
  /** Whether one of them is a buffer that the caller uses again. */
  readonly buffers: boolean
}
export interface Plan {
  readonly trace: boolean
  readonly unchanged: boolean
  /** How closely living array elements are counted: 0 not at all, 1 quickly, 2 without garbage, 3 closely. */
  readonly memory: number
  readonly scripts: readonly (readonly PlannedStep[])[]
}

/** Reads what is to be done: all inputs at once, at the first run before the learner's code is evaluated. */
export function planner(read: Reader) {
  function step(names: readonly string[]): PlannedStep {
    const op = read.next()
    const name = names[read.next()] as string
    const on = read.next()
    const asks = read.next() === 1
    const n = read.next()
    const from = read.at()
    const args = read.each(n, read.value)
    let buffers = false
    for (let i = 0; i < n; i++) if (args[i] === read.buffered) buffers = true
    return { __proto__: null, op, name, on, asks, args, from, buffers } as never
  }
  return function plan(): Plan {
    read.begin()
    const trace = read.next() === 1
    const unchanged = read.next() === 1
    const memory = read.next()
    const names = read.each(read.next(), read.string)
    const scripts = read.each(read.next(), () => read.each(read.next(), () => step(names)))
    return { __proto__: null, trace, unchanged, memory, scripts } as never
  }
}
