import 'server-only'
import type { Course } from '#lib/course/course.ts'
import { reviewItems } from '#lib/course/review-items.ts'
import { teachingCard } from '#lib/course/teaching-card.ts'
import type { Database } from '#lib/learner/database.ts'
import { interviewsOf } from '#lib/learner/interviews.ts'
import { progressOf } from '#lib/learner/progress.ts'
import { reviewEvidence } from '#lib/learner/review-evidence.ts'
import { reviewLog } from '#lib/learner/review-log.ts'
import { reviewPlan } from '#lib/learner/review-plan.ts'
import { deskOf } from '#lib/review/desk-of.ts'
import { debrief } from '#lib/review/interview/debrief.ts'
import { replay } from '#lib/review/interview/replay.ts'
import { weakTopics } from '#lib/review/interview/weak-topics.ts'
import { strengthByLesson } from '#lib/review/statistics.ts'
import { lessonsWithCards } from './course-material.ts'

/** Slugs of the lessons that this learner is shakiest in, by failed exercises, reviews and earlier interviews. */
export async function weakSpots(db: Database, learnerId: string, course: Course, now: Date): Promise<string[]> {
  const [progress, interviews, strength] = await Promise.all([
    progressOf(db, learnerId),
    interviewsOf(db, learnerId),
    strengthOf(db, learnerId, course, now),
  ])
  const sheets = interviews.flatMap(({ plan, events }) => debrief(plan, replay(events)).sheets)
  return weakTopics(
    lessonsWithCards(course).map(({ slug, exercises }) => {
      const of = sheets.filter(({ step }) => step.question.lesson === slug)
      const tried = exercises.flatMap(({ id }) => progress[id] ?? [])
      return {
        lesson: slug,
        strength: strength.get(slug) ?? null,
        failed: tried.filter(({ passed, attempts }) => !passed && attempts > 0).length,
        asked: of.reduce((sum, it) => sum + it.points.length, 0),
        said: of.reduce((sum, it) => sum + it.said, 0),
      }
    }),
  )
}

/** How well each lesson is remembered now, of what was reviewed in it. */
async function strengthOf(db: Database, learnerId: string, course: Course, now: Date) {
  const [entries, evidence, plan] = await Promise.all([
    reviewLog(db, learnerId),
    reviewEvidence(db, learnerId, now),
    reviewPlan(db, learnerId),
  ])
  const teacher = (exercise: string, misconception: string) => teachingCard(course, exercise, misconception)
  const { desk } = deskOf({ items: reviewItems(course), teacher, zone: 'UTC', entries, evidence, plan }, now.getTime())
  return strengthByLesson(desk.items, now.getTime())
}
