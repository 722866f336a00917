/** The sandbox could not grade, and it is not the learner's doing: the submission is still to be judged. */
export class PoolError extends Error {
  readonly code: PoolErrorCode
  constructor(code: PoolErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PoolError'
    this.code = code
  }
}
/** Too many submissions wait; a worker died or failed by itself; the server is going down. */
export type PoolErrorCode = 'busy' | 'died' | 'closed'
