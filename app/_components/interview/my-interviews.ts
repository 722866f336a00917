import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { sessionOf } from '#lib/auth/session.ts'
import type { Course } from '#lib/course/course.ts'
import { database } from '#lib/learner/database.ts'
import { withVerdict } from '#lib/learner/interview-verdict.ts'
import { interviewOf, interviewsOf, type StoredInterview } from '#lib/learner/interviews.ts'
import { weakSpots } from './weak-spots.ts'

/** Cached per request, because a page lists the interviews and also derives weak spots from them. */
const readInterviews = cache(interviewsOf)

/** All interviews of who looks at the page, newest first; nobody is made a guest by looking. */
export async function myInterviews(): Promise<StoredInterview[]> {
  const known = await sessionOf({ headers: await headers() })
  if (!known) return []
  const db = await database()
  const all = await readInterviews(db, known.learner.id)
  return Promise.all(all.map((it) => withVerdict(db, known.learner.id, it)))
}

/** One of them; nothing where it is somebody else's. */
export async function myInterview(id: string): Promise<StoredInterview | undefined> {
  const known = await sessionOf({ headers: await headers() })
  if (!known) return undefined
  const db = await database()
  const interview = await interviewOf(db, { id: id.toLowerCase(), learnerId: known.learner.id })
  return interview && withVerdict(db, known.learner.id, interview)
}

/** Slugs of the lessons in which who looks at the page is shakiest. */
export async function myWeakSpots(course: Course): Promise<string[]> {
  const known = await sessionOf({ headers: await headers() })
  if (!known) return []
  const db = await database()
  const interviews = await readInterviews(db, known.learner.id)
  return weakSpots(db, known.learner.id, { course, interviews, now: new Date() })
}
