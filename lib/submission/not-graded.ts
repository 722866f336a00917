import type { ExerciseInfo } from '#lib/course/course.ts'
import { GRADER_VERSION, type Verdict } from '#lib/grading/verdict.ts'

/** The verdict that tells a learner of a fault of ours. It is no attempt, and the same submission may be sent again. */
export function notGraded(exercise: ExerciseInfo, seed: number, fault: unknown): Verdict {
  const busy = fault instanceof Error && 'code' in fault && fault.code === 'busy'
  return {
    outcome: 'not-graded',
    exercise: exercise.id,
    seed,
    grader: GRADER_VERSION,
    headline: busy
      ? 'Not graded yet: many answers are waiting.'
      : 'Not graded yet: the grader stopped. That is our fault.',
    checks: [],
    misconceptions: [],
    tolerance: exercise.tolerance,
    inputs: { worked: 0, random: 0, special: 0 },
    work: 0,
  }
}
