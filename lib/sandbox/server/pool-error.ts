/** Why a submission was not graded. None of it is the code's doing: the submission is still to be judged. */
export class PoolError extends Error {
  readonly code: PoolErrorCode
  /** When it is worth while to ask again, where that can be told. Seconds. */
  readonly retryAfterSeconds?: number
  constructor(
    code: PoolErrorCode,
    message: string,
    options: ErrorOptions & { readonly retryAfterSeconds?: number } = {},
  ) {
    super(message, options)
    this.name = 'PoolError'
    this.code = code
    if (options.retryAfterSeconds !== undefined) this.retryAfterSeconds = options.retryAfterSeconds
  }
}
export type PoolErrorCode =
  /** Many submissions of many learners wait. */
  | 'busy'
  /** Many submissions of this learner wait. */
  | 'too-many-waiting'
  /** The learner, or all who share their address, have used the grader for long. */
  | 'over-budget'
  /** Nobody waits for the verdict any longer. */
  | 'abandoned'
  /** A worker died or failed by itself. */
  | 'died'
  /** The server is going down. */
  | 'closed'
