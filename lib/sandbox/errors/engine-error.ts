import type { Compiled } from '../compile/compile.ts'

/** An error as an engine reported it. */
export interface RawError {
  readonly name: string
  readonly message: string
  readonly stack: string
}

/** An error that the engine made, and where the code has it. */
export interface EngineError extends RawError {
  readonly compiled: Compiled
  /** The built-in function that threw. */
  readonly builtin: string | undefined
  /** Where in the compiled code; the first of `offsets`. */
  readonly offset: number
  /** Of the frames of the learner’s code, innermost first. */
  readonly offsets: readonly number[]
}

/** What happened, and where in the compiled code. */
export interface Explanation {
  readonly offset: number
  readonly message: string
}
