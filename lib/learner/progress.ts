import 'server-only'
import type { Database } from './database.ts'
import { loadExerciseHistories, type StoredExerciseHistory } from './exercise-history.ts'

/** How far a learner is with an exercise. */
export interface ExerciseProgress {
  readonly passed: boolean
  /** Graded submissions; one that was not graded is no attempt. */
  readonly attempts: number
  /** Of the first pass, in milliseconds since 1970. */
  readonly passedAt?: number
  /** The version of the exercise that was passed. */
  readonly version?: string
  /** Whether the solution had been seen before the first pass. */
  readonly assisted: boolean
  /** Whether the learner gave up and may look at the solution. */
  readonly givenUp: boolean
}
export type Progress = Readonly<Record<string, ExerciseProgress>>

/** A learner's progress by exercise id, derived from what is stored; nothing for exercises that they never tried. */
export async function loadProgress(db: Database, learnerId: string): Promise<Progress> {
  const histories = await loadExerciseHistories(db, learnerId)
  const versions = await loadFirstPassVersions(db, learnerId, histories)
  return Object.fromEntries(
    histories.map(({ exercise, graded, firstPass, gaveUpAt }): [string, ExerciseProgress] => {
      const version = versions.get(exercise)
      return [
        exercise,
        {
          passed: firstPass !== undefined,
          attempts: graded,
          ...(firstPass && { passedAt: firstPass.at }),
          ...(version !== undefined && { version }),
          assisted: firstPass?.assisted ?? false,
          givenUp: gaveUpAt !== undefined,
        },
      ]
    }),
  )
}

/** The exercise version of each first pass. */
async function loadFirstPassVersions(db: Database, learnerId: string, histories: readonly StoredExerciseHistory[]) {
  const passes = histories.flatMap(({ exercise, firstPass }) =>
    firstPass ? [{ exerciseId: exercise, submittedAt: new Date(firstPass.at) }] : [],
  )
  if (passes.length === 0) return new Map<string, string>()
  const submissions = await db.submission.findMany({
    where: { learnerId, OR: passes, verdicts: { some: { outcome: 'passed', gradedSubmissionId: { not: null } } } },
    select: { exerciseId: true, exerciseVersion: true },
  })
  return new Map(submissions.map(({ exerciseId, exerciseVersion }) => [exerciseId, exerciseVersion]))
}

export interface LessonProgress {
  readonly done: boolean
  readonly passed: number
  readonly total: number
}

/** How far a learner is with a lesson: done when each of its exercises has been passed. */
export function computeLessonProgress(exercises: readonly string[], progress: Progress): LessonProgress {
  const passed = exercises.filter((id) => progress[id]?.passed).length
  return { done: passed === exercises.length, passed, total: exercises.length }
}
