import 'server-only'
import type { Known } from '#lib/auth/session.ts'
import type { Course } from '#lib/course/course.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { database } from '#lib/learner/database.ts'
import { zoneNamed } from '#lib/review/day.ts'
import type { DeskOf } from '#lib/review/desk-of.ts'
import { findLearner } from '../../_edge/session.ts'
import { learnerDesk } from './learner-desk.ts'

/** What a request about reviews is answered from. */
export interface ReadDesk {
  readonly known: Known | undefined
  readonly course: Course
  readonly it: DeskOf
  readonly now: number
}

/**
 * The desk of the learner who asks, by the days of the zone that they name; an empty one for nobody.
 *
 * @throws LearnerGone
 */
export async function readDesk(request: Request): Promise<ReadDesk> {
  const [known, course] = await Promise.all([findLearner(request), readCourse()])
  const now = new Date()
  const it = await learnerDesk(await database(), known?.learner.id, course, zoneOf(request), now)
  return { known, course, it, now: now.getTime() }
}

const zoneOf = (request: Request): string => zoneNamed(new URL(request.url).searchParams.get('zone') ?? '') ?? 'UTC'
