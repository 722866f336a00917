import type { ExerciseInfo } from '#lib/course/course.ts'
import { GRADER_VERSION, type Verdict } from '#lib/grading/verdict.ts'

/** Why an answer has no verdict yet, if that isn’t our fault. `retryAfterSeconds`: when to send it again. */
export interface Delay {
  readonly reason: 'busy' | 'too-many-waiting' | 'over-budget' | 'abandoned'
  readonly retryAfterSeconds: number
}

const DEFAULT_RETRY_SECONDS = 5
const HEADLINES: Readonly<Record<Delay['reason'], (retryAfterSeconds: number) => string>> = {
  busy: () => 'Not graded yet: many answers are waiting.',
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

/**
 * Creates the verdict which says that an answer isn’t graded yet. It doesn’t count as an attempt, and the same
 * submission may be sent again.
 *
 * @param delay absent if it is our fault
 */
export function notGraded(exercise: ExerciseInfo, seed: number, delay?: Delay): Verdict {
  return {
    outcome: 'not-graded',
    exercise: exercise.id,
    seed,
    grader: GRADER_VERSION,
    headline: delay
      ? HEADLINES[delay.reason](delay.retryAfterSeconds)
      : 'Not graded yet: the grader stopped. That is our fault.',
    checks: [],
    misconceptions: [],
    tolerance: exercise.tolerance,
    inputs: { worked: 0, random: 0, special: 0 },
    work: 0,
  }
}
