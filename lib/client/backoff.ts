/** How long requests may take before they count as failed. Grading waits for other learners' answers, so it gets longer. */
export const REQUEST_TIMEOUT_MS = 15_000
export const GRADING_TIMEOUT_MS = 90_000
/** Long enough for the learner to notice that they are signed out, and to sign in. */
export const SIGN_IN_WAIT_MS = 60_000

const MAX_BACKOFF_MS = 60_000
/** A proxy may ask for days, or for more than a timer can hold. */
const MAX_RETRY_AFTER_MS = 10 * 60_000

/** Reads a `Retry-After` header in seconds, as milliseconds: ten minutes at most. Undefined if it asks for nothing. */
export function readRetryAfter(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN)
  return seconds > 0 ? Math.min(seconds * 1000, MAX_RETRY_AFTER_MS) : undefined
}

/** Computes how many milliseconds to wait after `failures` in a row: 2, 4, 8, … seconds, at most a minute. */
export const computeBackoffMs = (failures: number): number =>
  Math.min(2 ** Math.min(Math.max(1, failures), 16) * 1000, MAX_BACKOFF_MS)
