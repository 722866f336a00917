import type { Problem, Verdict } from '#lib/grading/verdict.ts'

/** What the pool asks of a worker. */
export interface GradeJobInput {
  readonly lesson: string
  readonly exercise: string
  readonly source: string
  readonly seed: number
}
export interface Job extends GradeJobInput {
  readonly id: number
  /** The problem that ended another worker while it ran this job; only the verdict has to be written. */
  readonly crashProblem?: Problem
}
/** What a worker says. */
export type PoolWorkerMessage =
  | { readonly kind: 'ready' }
  /** The code has compiled. From now on it runs, with its own deadline. */
  | { readonly kind: 'compiled' }
  /** While `isRebooting`, the worker boots a new engine; then it is ready again. */
  | {
      readonly kind: 'verdict'
      readonly id: number
      readonly verdict: Verdict
      readonly isRebooting: boolean
      /** Processor time that the job took, without the time that the worker waited for the processor. */
      readonly cpuMs: number
    }
  | { readonly kind: 'error'; readonly id: number; readonly error: string }
