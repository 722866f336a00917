import 'server-only'
import type { ExerciseInfo } from '#lib/course/course.ts'
import { GRADER_VERSION } from '#lib/grading/verdict.ts'
import { findNewestPass, type Pass } from '#lib/learner/submissions.ts'
import type { Requester } from '#lib/sandbox/server/requester.ts'
import { readDelay } from './delay.ts'
import type { SubmitDependencies } from './submit.ts'

/** What became of a pass when the exercise changed. It counts in any case: progress is not taken back. */
export type PassStatus =
  /** There is none. */
  | { readonly kind: 'none' }
  /** The answer passes the exercise as it is now, or that can’t be checked at the moment. */
  | { readonly kind: 'holds' }
  /** The answer passed then and would not pass now. */
  | { readonly kind: 'stricter'; readonly passedAt: number }

/** Answers that have been graded again, by submission and versions: whether they still pass. */
export type Regraded = Map<string, Promise<boolean>>

/**
 * Whether a learner's newest pass of an exercise would be one today. Where exercise and grader are those that judged
 * it, it is; else the same answer is graded again, once for each version, and nothing of that is stored. This uses the
 * learner’s grading time. The result is remembered for their next request, so grading continues if they leave.
 */
export async function checkPass(
  exercise: ExerciseInfo,
  { learnerId, address }: { readonly learnerId: string; readonly address: string },
  dependencies: Pick<SubmitDependencies, 'db' | 'grader' | 'newSeed' | 'report'>,
  regraded: Regraded,
): Promise<PassStatus> {
  const pass = await findNewestPass(dependencies.db, { learnerId, exercise: exercise.id, version: exercise.version })
  if (!pass) return { kind: 'none' }
  const asItWas = pass.exerciseVersion === exercise.version && pass.graderVersion === GRADER_VERSION
  if (asItWas || (await passesNow(exercise, pass, { kind: 'learner', id: learnerId, address }, dependencies, regraded)))
    return { kind: 'holds' }
  return { kind: 'stricter', passedAt: pass.at.getTime() }
}

/** Remembered answers at most: the oldest are forgotten, and graded again when asked for. */
const MAX_REMEMBERED = 2000

function passesNow(
  exercise: ExerciseInfo,
  { submission, source }: Pass,
  requester: Requester,
  { grader, newSeed, report }: Pick<SubmitDependencies, 'grader' | 'newSeed' | 'report'>,
  regraded: Regraded,
): Promise<boolean> {
  const key = [submission, exercise.version, GRADER_VERSION].join()
  const cached = regraded.get(key)
  if (cached) return cached
  const jobInput = { lesson: exercise.lesson, exercise: exercise.id, source, seed: newSeed() }
  const regrading = grader.grade(jobInput, requester).then(
    ({ outcome }) => outcome === 'passed' || outcome === 'not-graded',
    (error) => {
      if (!readDelay(error)) report(error)
      regraded.delete(key) // not known yet: no reason to alarm anyone, and asked again the next time
      return true
    },
  )
  regraded.set(key, regrading)
  if (regraded.size > MAX_REMEMBERED) regraded.delete(regraded.keys().next().value ?? key)
  return regrading
}
