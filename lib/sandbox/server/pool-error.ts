/** Why a submission was not graded. It is never the code’s fault: the submission still has to be graded. */
export class PoolError extends Error {
  readonly code: PoolErrorCode
  /** When it is worth retrying, in seconds, if known. */
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
  /** The queue is full. */
  | 'busy'
  /** Too many submissions of this learner are waiting. */
  | 'too-many-waiting'
  /** The learner, or everyone who shares their address, has used up the grading time. */
  | 'over-budget'
  /** Nobody waits for the verdict any longer. */
  | 'abandoned'
  /** A worker died or failed. */
  | 'died'
  /** The server is shutting down. */
  | 'closed'
