import 'server-only'
import type { Database } from './database.ts'

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

/** What progress is derived from. */
export interface LearnerRecord {
  readonly graded: readonly { exercise: string; version: string; passed: boolean; at: number }[]
  readonly givenUp: readonly { exercise: string; at: number }[]
}

/** A learner's progress by exercise id, derived from what is stored; nothing for exercises that they never tried. */
export async function progressOf(db: Database, learnerId: string): Promise<Progress> {
  const [submissions, seen] = await Promise.all([
    db.submission.findMany({
      where: { learnerId, verdicts: { some: { settles: { not: null } } } },
      select: {
        exercise: true,
        exerciseVersion: true,
        at: true,
        verdicts: { where: { settles: { not: null } }, select: { outcome: true } },
      },
    }),
    db.solutionSeen.findMany({ where: { learnerId, givenUp: true }, select: { exercise: true, at: true } }),
  ])
  return progressFrom({
    graded: submissions.map((it) => ({
      exercise: it.exercise,
      version: it.exerciseVersion,
      passed: it.verdicts[0]?.outcome === 'passed',
      at: it.at.getTime(),
    })),
    givenUp: seen.map((it) => ({ exercise: it.exercise, at: it.at.getTime() })),
  })
}

/** Progress by exercise id from a learner's record, in whatever order the record is. */
export function progressFrom({ graded, givenUp }: LearnerRecord): Progress {
  const ids = new Set([...graded, ...givenUp].map((it) => it.exercise))
  return Object.fromEntries(
    [...ids].map((id): [string, ExerciseProgress] => {
      const tries = graded.filter((it) => it.exercise === id)
      const seen = givenUp.filter((it) => it.exercise === id)
      const pass = tries.filter((it) => it.passed).sort((a, b) => a.at - b.at)[0]
      return [
        id,
        {
          passed: pass !== undefined,
          attempts: tries.length,
          ...(pass && { passedAt: pass.at, version: pass.version }),
          assisted: pass !== undefined && seen.some((it) => it.at <= pass.at),
          givenUp: seen.length > 0,
        },
      ]
    }),
  )
}

export interface LessonProgress {
  readonly done: boolean
  readonly passed: number
  readonly total: number
}

/** How far a learner is with a lesson: done when each of its exercises has been passed. */
export function lessonProgress(exercises: readonly string[], progress: Progress): LessonProgress {
  const passed = exercises.filter((id) => progress[id]?.passed).length
  return { done: passed === exercises.length, passed, total: exercises.length }
}
