import 'server-only'
import type { Course } from '#lib/course/course.ts'
import { createDebrief } from '#lib/interview/debrief.ts'
import { replay } from '#lib/interview/replay.ts'
import { findWeakTopics } from '#lib/interview/weak-topics.ts'
import type { Database } from '#lib/learner/database.ts'
import type { StoredInterview } from '#lib/learner/interviews.ts'
import { loadProgress } from '#lib/learner/progress.ts'
import { strengthByLesson } from '#lib/review/statistics.ts'
import { loadLearnerDeck } from './deck.ts'
import { lessonsWithCards } from './interview-material.ts'

interface WeakSpotsInput {
  readonly course: Course
  /** All interviews of this learner. */
  readonly interviews: readonly StoredInterview[]
  readonly now: Date
}

/** Slugs of the lessons that this learner is shakiest in, by failed exercises, reviews and earlier interviews. */
export async function findWeakSpots(
  db: Database,
  learnerId: string,
  { course, interviews, now }: WeakSpotsInput,
): Promise<string[]> {
  const [progress, { deck }] = await Promise.all([
    loadProgress(db, learnerId),
    loadLearnerDeck(db, learnerId, course, 'UTC', now),
  ])
  const strength = strengthByLesson(deck.items, now.getTime())
  const sheets = interviews.flatMap(({ plan, events }) => createDebrief(plan, replay(events)).sheets)
  return findWeakTopics(
    lessonsWithCards(course).map(({ slug, exercises }) => {
      const lessonSheets = sheets.filter(({ step }) => step.question.lesson === slug)
      const statuses = exercises.flatMap(({ id }) => progress[id] ?? [])
      return {
        lesson: slug,
        strength: strength.get(slug) ?? null,
        failed: statuses.filter(({ passed, attempts }) => !passed && attempts > 0).length,
        askedPoints: lessonSheets.reduce((sum, { points }) => sum + points.length, 0),
        coveredPoints: lessonSheets.reduce((sum, { said }) => sum + said, 0),
      }
    }),
  )
}
