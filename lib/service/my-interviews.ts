import 'server-only'
import { cache } from 'react'
import type { Course } from '#lib/course/course.ts'
import { database } from '#lib/learner/database.ts'
import { withVerdict } from '#lib/learner/interview-verdict.ts'
import { findInterview, listInterviews, type StoredInterview } from '#lib/learner/interviews.ts'
import { findPageLearner } from './page-learner.ts'
import { findWeakSpots } from './weak-spots.ts'

/** Cached per request, because a page lists the interviews and also derives weak spots from them. */
const readInterviews = cache(listInterviews)

/** All interviews of whoever views the page, newest first; viewing creates no guest. */
export async function listPageInterviews(): Promise<StoredInterview[]> {
  const learner = await findPageLearner()
  if (!learner) return []
  const db = await database()
  const all = await readInterviews(db, learner.id)
  return Promise.all(all.map((storedInterview) => withVerdict(db, learner.id, storedInterview)))
}

/** One of them; nothing where it is somebody else's. */
export async function findPageInterview(id: string): Promise<StoredInterview | undefined> {
  const learner = await findPageLearner()
  if (!learner) return undefined
  const db = await database()
  const interview = await findInterview(db, { id: id.toLowerCase(), learnerId: learner.id })
  return interview && withVerdict(db, learner.id, interview)
}

/** Slugs of the lessons in which the person viewing the page is weakest. */
export async function findPageWeakSpots(course: Course): Promise<string[]> {
  const learner = await findPageLearner()
  if (!learner) return []
  const db = await database()
  const interviews = await readInterviews(db, learner.id)
  return findWeakSpots(db, learner.id, { course, interviews, now: new Date() })
}
