import type { ExerciseInfo, Lesson } from '#lib/course/course.ts'
import type { LessonReviewStats } from '#lib/service/due-today.ts'

export type LessonState = 'not-started' | 'in-progress' | 'completed'

/** A learner’s progress with an exercise, as the course map shows it. */
export interface ExerciseStatus {
  readonly passed: boolean
  readonly attempts: number
  readonly givenUp: boolean
}

/** A learner’s progress with a lesson. */
export interface LessonStatus {
  readonly lesson: Lesson
  readonly state: LessonState
  readonly passed: number
  /** The first exercise that has not been passed. */
  readonly open?: ExerciseInfo
  /** How many attempts that exercise has had. */
  readonly attempts: number
  /** Its items that are due now, without new ones. */
  readonly due: number
  /** Mean probability of recall of its reviewed items; 1 before the first review. */
  readonly strength: number
}

/** Computes a learner’s progress with each lesson, in the order of the course. */
export function computeLessonStatuses(
  lessons: readonly Lesson[],
  exerciseStatuses: Readonly<Record<string, ExerciseStatus>>,
  reviewStats: Readonly<Record<string, LessonReviewStats>> = {},
): readonly LessonStatus[] {
  return lessons.map((lesson) => {
    const passed = lesson.exercises.filter(({ id }) => exerciseStatuses[id]?.passed).length
    const open = lesson.exercises.find(({ id }) => !exerciseStatuses[id]?.passed)
    const isStarted = lesson.exercises.some(({ id }) => exerciseStatuses[id])
    const state = !open ? 'completed' : isStarted ? 'in-progress' : 'not-started'
    const { due = 0, strength = 1 } = reviewStats[lesson.slug] ?? {}
    const attempts = open ? (exerciseStatuses[open.id]?.attempts ?? 0) : 0
    return { lesson, state, passed, ...(open && { open }), attempts, due, strength }
  })
}

/** Finds the lesson to continue with: the first one in progress, else the first one not started. */
export const findNextLesson = (all: readonly LessonStatus[]): LessonStatus | undefined =>
  all.find(({ state }) => state === 'in-progress') ?? all.find(({ state }) => state === 'not-started')
