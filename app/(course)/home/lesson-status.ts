import type { ExerciseInfo, Lesson } from '#lib/course/course.ts'
import type { LessonReviewStats } from '#lib/service/due-today.ts'

export type LessonState = 'to-come' | 'begun' | 'done'

/** What a learner did at an exercise, as far as the map shows it. */
export interface ExerciseStatus {
  readonly passed: boolean
  readonly attempts: number
  readonly givenUp: boolean
}

/** Where a learner stands with a lesson. */
export interface LessonStatus {
  readonly lesson: Lesson
  readonly state: LessonState
  readonly passed: number
  /** The first exercise that has not been passed. */
  readonly open?: ExerciseInfo
  /** How often that one was tried. */
  readonly attempts: number
  /** Items of it that are due now, new ones not counted. */
  readonly due: number
  /** Mean probability of recall of what was reviewed of it; 1 before anything was. */
  readonly strength: number
}

/** Where a learner stands with each lesson, in the order of the course. */
export function computeLessonStatuses(
  lessons: readonly Lesson[],
  tried: Readonly<Record<string, ExerciseStatus>>,
  reviewed: Readonly<Record<string, LessonReviewStats>> = {},
): readonly LessonStatus[] {
  return lessons.map((lesson) => {
    const passed = lesson.exercises.filter(({ id }) => tried[id]?.passed).length
    const open = lesson.exercises.find(({ id }) => !tried[id]?.passed)
    const begun = lesson.exercises.some(({ id }) => tried[id])
    const state = !open ? 'done' : begun ? 'begun' : 'to-come'
    const { due = 0, strength = 1 } = reviewed[lesson.slug] ?? {}
    const attempts = open ? (tried[open.id]?.attempts ?? 0) : 0
    return { lesson, state, passed, ...(open && { open }), attempts, due, strength }
  })
}

/** The lesson to go on with: the first one that is begun, else the first one to come. */
export const findNextLesson = (all: readonly LessonStatus[]): LessonStatus | undefined =>
  all.find(({ state }) => state === 'begun') ?? all.find(({ state }) => state === 'to-come')
