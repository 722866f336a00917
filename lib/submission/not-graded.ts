import type { ExerciseInfo } from '#lib/course/course.ts'
import { GRADER_VERSION, type Verdict } from '#lib/grading/verdict.ts'

/** Why an answer has no verdict yet, where that is no fault of ours. `retryAfterSeconds`: when to send it again. */
export interface Delay {
  readonly reason: 'busy' | 'too-many-waiting' | 'over-budget' | 'abandoned'
  readonly retryAfterSeconds: number
}

const DEFAULT_RETRY_SECONDS = 5
const HEADLINES: Readonly<Record<Delay['reason'], (retryAfterSeconds: number) => string>> = {
  busy: () => 'Not graded yet: many answers are waiting.',
  'too-many-waiting': () => 'Not graded yet: many of your answers are waiting.',
  'over-budget': (seconds) =>
    `Not graded yet: grading your last answers took long. The next one can be graded in ${seconds} s.`,
  abandoned: () => 'Not graded yet: the connection was lost. Send the answer again.',
}

/** The delay that the grader's error tells of; undefined when the error is a fault of ours. */
export function readDelay(error: unknown): Delay | undefined {
  // by its code: each of Next's bundles has a class PoolError of its own
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return undefined
  if (!Object.hasOwn(HEADLINES, error.code)) return undefined
  const seconds = 'retryAfterSeconds' in error ? error.retryAfterSeconds : undefined
  return {
    reason: error.code as Delay['reason'],
    retryAfterSeconds: typeof seconds === 'number' ? seconds : DEFAULT_RETRY_SECONDS,
  }
}

/**
 * The verdict that tells a learner that their answer has none yet. It is no attempt, and the same submission may be sent
 * again.
 *
 * @param delay  absent when it is our fault
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
