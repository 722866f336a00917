import type { ActualValue, Value } from './value.ts'

/**
 * An argument that is the caller's own array, used again: before each step that names the same buffer its old array is
 * overwritten with `values`. A learner who keeps a reference instead of a copy sees the cache change.
 */
export class ReusedBuffer {
  readonly buffer: string
  readonly values: readonly number[]
  constructor(buffer: string, values: readonly number[]) {
    this.buffer = buffer
    this.values = values
  }
}

/** An argument that can be walked once only (an iterator, as a stream is). */
export class SingleUseIterable implements Iterable<number> {
  readonly values: readonly number[]
  constructor(values: readonly number[]) {
    this.values = values
  }
  /** For trusted code; the sandbox makes an iterator of its own. */
  [Symbol.iterator](): Iterator<number> {
    return this.values[Symbol.iterator]()
  }
}

export type Arg = Value | ReusedBuffer | SingleUseIterable

/**
 * One thing that is done to a learner's code. A function exercise is a script of one call; a class exercise makes
 * instances (named by `as`), calls their methods and reads their properties.
 */
export type Step =
  | { readonly call: string; readonly on?: undefined; readonly args: readonly Arg[] }
  | { readonly new: string; readonly as: string; readonly args: readonly Arg[] }
  | { readonly call: string; readonly on: string; readonly args: readonly Arg[]; readonly throws?: string }
  | { readonly get: string; readonly on: string }
export type Script = readonly Step[]

/** Where in the learner's source, counted from 1. */
export interface SourcePosition {
  readonly line: number
  readonly column: number
}

/** How a step ended. `new` steps return undefined. */
export type Outcome =
  | { readonly kind: 'returned'; readonly value: ActualValue }
  | { readonly kind: 'threw'; readonly error: string; readonly message: string; readonly place?: SourcePosition }

export interface StepResult {
  readonly outcome: Outcome
  /** Loop passes + function entries that this step took. */
  readonly work: number
}

/** A script as the learner's code ran it. A step that throws unasked ends it, so there may be fewer results than steps. */
export interface ScriptResult {
  readonly steps: readonly StepResult[]
  /** The first argument that the code changed though it must not: indices of the step and of the argument. */
  readonly changed?: { readonly step: number; readonly arg: number }
  /** The peak of what the code has created and still held, if it was measured. */
  readonly alive?: MemoryCount
}

/** How much is alive, in two units, because a matrix may be kept in arrays, typed arrays, strings or a Map. */
export interface MemoryCount {
  /** Elements of plain arrays. */
  readonly elements: number
  /** Bytes of the heap. */
  readonly bytes: number
}
