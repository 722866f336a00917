/** A learner's code after it was evaluated. */
export interface LearnerModule {
  /** name, value, name, value… */
  readonly names: readonly unknown[]
  readonly left: () => number
  /** Sets the step budget. */
  readonly reset: (steps: number) => void
  /** Sets the step budget for a new call. */
  readonly begin: (steps: number) => void
}
