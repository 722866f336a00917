import 'server-only'
import { type Known, sessionOf } from '#lib/auth/session.ts'
import type { Course } from '#lib/course/course.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { reviewItems } from '#lib/course/review-items.ts'
import { teachingCard } from '#lib/course/teaching-card.ts'
import { database } from '#lib/learner/database.ts'
import { reviewEvidence } from '#lib/learner/review-evidence.ts'
import { reviewLog } from '#lib/learner/review-log.ts'
import { reviewPlan } from '#lib/learner/review-plan.ts'
import { zoneNamed } from '#lib/review/day.ts'
import { type DeskOf, deskOf } from '#lib/review/desk-of.ts'
import { DEFAULT_PLAN } from '#lib/review/plan.ts'

/** What a request about reviews is answered from. */
export interface ReadDesk {
  readonly known: Known | undefined
  readonly course: Course
  readonly it: DeskOf
  readonly now: number
}

/** The desk of the learner who asks, by the days of the zone that they name; an empty one for nobody. */
export async function readDesk(request: Request): Promise<ReadDesk> {
  const [known, course] = await Promise.all([sessionOf(request), readCourse()])
  const now = new Date()
  const zone = zoneOf(request)
  const items = reviewItems(course)
  const teacher = (exercise: string, misconception: string) => teachingCard(course, exercise, misconception)
  const stored = known ? await storedOf(known.learner.id, now) : NOTHING
  return { known, course, it: deskOf({ items, teacher, zone, ...stored }, now.getTime()), now: now.getTime() }
}

const NOTHING = { entries: [], evidence: { attempts: [], givenUp: [] }, plan: DEFAULT_PLAN }

async function storedOf(learnerId: string, now: Date) {
  const db = await database()
  const [entries, evidence, plan] = await Promise.all([
    reviewLog(db, learnerId),
    reviewEvidence(db, learnerId, now),
    reviewPlan(db, learnerId),
  ])
  return { entries, evidence, plan }
}

const zoneOf = (request: Request): string => zoneNamed(new URL(request.url).searchParams.get('zone') ?? '') ?? 'UTC'
