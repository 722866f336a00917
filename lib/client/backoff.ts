/** How long requests may take before they count as failed. Grading waits for other learners' answers, so it gets longer. */
export const REQUEST_TIMEOUT_MS = 15_000
export const GRADING_TIMEOUT_MS = 90_000
/** Long enough for the learner to notice that they are signed out, and to sign in. */
export const SIGN_IN_WAIT_MS = 60_000

const MAX_BACKOFF_MS = 60_000

/** Computes how many milliseconds to wait after `failures` in a row: 2, 4, 8, … seconds, at most a minute. */
export const computeBackoffMs = (failures: number): number =>
  Math.min(2 ** Math.min(Math.max(1, failures), 16) * 1000, MAX_BACKOFF_MS)
