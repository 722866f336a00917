/** Why an answer has no verdict yet, if that isn’t our fault. `retryAfterSeconds`: when to send it again. */
export interface Delay {
  readonly reason: 'busy' | 'too-many-waiting' | 'over-budget' | 'abandoned'
  readonly retryAfterSeconds: number
}

const DEFAULT_RETRY_SECONDS = 5
const HEADLINES: Readonly<Record<Delay['reason'], (retryAfterSeconds: number) => string>> = {
  busy: () => 'Not graded yet: the queue is full.',
  'too-many-waiting': () => 'Not graded yet: too many of your answers are waiting.',
  'over-budget': (seconds) =>
    `Not graded yet: your last answers took a long time to grade. The next one can be graded in ${seconds} s.`,
  abandoned: () => 'Not graded yet: the connection was lost. Submit your code again.',
}

/** Reads the delay from a grader’s error; undefined if the error is our fault. */
export function readDelay(error: unknown): Delay | undefined {
  // by its code, because each of Next’s bundles has its own PoolError class
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return undefined
  if (!Object.hasOwn(HEADLINES, error.code)) return undefined
  const seconds = 'retryAfterSeconds' in error ? error.retryAfterSeconds : undefined
  return {
    reason: error.code as Delay['reason'],
    retryAfterSeconds: typeof seconds === 'number' ? seconds : DEFAULT_RETRY_SECONDS,
  }
}

/** Says why an answer has no verdict yet. @param delay  absent if it is our fault */
export const describeDelay = (delay: Delay | undefined): string =>
  delay
    ? HEADLINES[delay.reason](delay.retryAfterSeconds)
    : 'Not graded yet: the grader stopped. This is our bug, not yours.'
