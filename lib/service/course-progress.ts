import 'server-only'
import { headers } from 'next/headers'
import type { Course } from '#lib/course/course.ts'
import { type Database, database } from '#lib/learner/database.ts'
import type { Learner } from '#lib/learner/learner.ts'
import { logFailure } from '#lib/learner/log-failure.ts'
import { computeLessonProgress, type LessonProgress, loadProgress, type Progress } from '#lib/learner/progress.ts'
import { findPageLearner } from './page-learner.ts'

/** How far a learner is with the course. */
export interface CourseProgress {
  /** null for someone who has done nothing yet. */
  readonly learner: { readonly id: string; readonly guest: boolean; readonly email?: string } | null
  readonly exercises: Progress
  /** Every published lesson by its slug. */
  readonly lessons: Readonly<Record<string, LessonProgress>>
}

/** A learner's progress in the published lessons; of nobody, all lessons with nothing done. */
export async function readCourseProgress(
  course: Course,
  learner: Learner | undefined,
  db: Promise<Database>,
): Promise<CourseProgress> {
  const exercises = learner ? await loadProgress(await db, learner.id) : {}
  return {
    learner: learner
      ? { id: learner.id, guest: learner.guest, ...(learner.email !== undefined && { email: learner.email }) }
      : null,
    exercises,
    lessons: Object.fromEntries(
      course.publishedLessons.map((lesson) => [
        lesson.slug,
        computeLessonProgress(
          lesson.exercises.map(({ id }) => id),
          exercises,
        ),
      ]),
    ),
  }
}

/** The progress of whoever views a page; viewing creates no guest. `away` when it cannot be read now. */
export async function readPageProgress(): Promise<Progress | 'away'> {
  await headers() // not in the try: Next throws here to render the page for each request
  try {
    const learner = await findPageLearner()
    return learner ? await loadProgress(await database(), learner.id) : {}
  } catch (error) {
    logFailure('Could not read a learner’s progress.', error)
    return 'away'
  }
}
