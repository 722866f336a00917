import 'server-only'
import type { Course } from '#lib/course/course.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { listReviewItems } from '#lib/course/review-items.ts'
import { teachingCard } from '#lib/course/teaching-card.ts'
import { type Database, database } from '#lib/learner/database.ts'
import { createReplayContext, readItemStates } from '#lib/learner/item-states.ts'
import { reviewEvidence } from '#lib/learner/review-evidence.ts'
import { reviewPlan } from '#lib/learner/review-plan.ts'
import { type BuiltDeck, buildDeck } from '#lib/review/build-deck.ts'
import { DEFAULT_PLAN } from '#lib/review/plan.ts'

/**
 * Builds a learner’s deck as of `now`, with days in the given time zone; an empty desk if there is no learner.
 *
 * @throws LearnerNotFoundError
 */
export async function loadLearnerDeck(
  db: Database,
  learnerId: string | undefined,
  course: Course,
  zone: string,
  now: Date,
): Promise<BuiltDeck> {
  const items = listReviewItems(course)
  const teacher = (exercise: string, misconception: string) => teachingCard(course, exercise, misconception)
  const stored = learnerId === undefined ? NOTHING : await readStored(db, learnerId, now)
  return buildDeck({ items, teacher, zone, ...stored }, now.getTime())
}

const NOTHING = { states: new Map(), evidence: { exercises: [], mistakes: [] }, plan: DEFAULT_PLAN }

async function readStored(db: Database, learnerId: string, now: Date) {
  const [evidence, plan] = await Promise.all([reviewEvidence(db, learnerId, now), reviewPlan(db, learnerId)])
  const context = createReplayContext(plan.retention, evidence.exercises)
  return { states: await readItemStates(db, learnerId, context, now), evidence, plan }
}

/** A learner's deck, and what it was built from. */
export interface LearnerDeck {
  readonly course: Course
  readonly built: BuiltDeck
  /** The server's clock, in milliseconds since 1970. */
  readonly now: number
}

/**
 * Reads the deck of a learner as of now.
 *
 * @param learnerId  undefined for someone without a session: the deck is empty
 * @param zone  the time zone of their days
 * @throws LearnerNotFoundError
 */
export async function loadDeck(learnerId: string | undefined, zone: string): Promise<LearnerDeck> {
  const [course, db] = await Promise.all([readCourse(), database()])
  const now = new Date()
  return { course, built: await loadLearnerDeck(db, learnerId, course, zone, now), now: now.getTime() }
}
