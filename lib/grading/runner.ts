import type { Script, ScriptResult } from './script.ts'
import type { JsonNumber, Problem } from './verdict.ts'

/** What running some scripts gave. Grading asks for it; the sandbox, wherever it is, answers. */
export interface Run {
  /** A result a script, in order; fewer when `problem` ended the run. */
  readonly results: readonly ScriptResult[]
  /** What ended the run early; `input` is filled in by the grader. */
  readonly problem?: Problem
  readonly console: { readonly lines: readonly string[]; readonly dropped: number }
  readonly traces: readonly RawTrace[]
}
/** A variable that held numbers: a row each time that its line was reached. */
export interface RawTrace {
  readonly name: string
  readonly line: number
  readonly rows: readonly (readonly JsonNumber[])[]
}

/**
 * How closely living array elements are counted: quickly; after a collection of garbage each time; or so often that a
 * short peak at a small size is seen.
 */
export type HeapSampling = 'fast' | 'after-gc' | 'dense'

export interface RunOptions {
  /** Record assigned arrays and console output. Slower; for one script. */
  readonly trace?: boolean
  /** Look for changed inputs. Off for large inputs. */
  readonly unchanged?: boolean
  /** Count living array elements. For `measureMemory` alone. */
  readonly memory?: HeapSampling
}

/** One learner's code, loaded. Made by the sandbox; used by the grader; closed by whoever opened it. */
export interface Session {
  run(scripts: readonly Script[], options?: RunOptions): Promise<Run>
  /**
   * Runs scripts on the code, loaded again, and counts the array elements that are alive: `alive` of each result.
   * Absent where the engine cannot count them.
   */
  measureMemory?(scripts: readonly Script[], sampling: HeapSampling): Promise<Run>
  close(): void
}
