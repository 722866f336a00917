import 'server-only'
import { createHash } from 'node:crypto'
import type { Course } from '#lib/course/course.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { listReviewItems } from '#lib/course/review-items.ts'
import type { Matcher } from '#lib/interview/apply-action.ts'
import { createDebrief } from '#lib/interview/debrief.ts'
import type { Action } from '#lib/interview/event.ts'
import { type Choice, planInterview } from '#lib/interview/plan-interview.ts'
import { replay } from '#lib/interview/replay.ts'
import { type Database, database } from '#lib/learner/database.ts'
import {
  type ActionResult,
  type InterviewKey,
  listInterviews,
  type StoredInterview,
  startInterview,
  takeAction,
} from '#lib/learner/interviews.ts'
import { storeEntries } from '#lib/learner/store-entries.ts'
import { createMatcher, type KeyPoint } from '#lib/matcher/match.ts'
import { getCourseMaterial, lessonsWithCards } from './interview-material.ts'
import { findWeakSpots } from './weak-spots.ts'

/**
 * Plans an interview and begins it. With `weak`, it is about the topics that the learner is shakiest in.
 *
 * @returns `no-questions` when none of the topics has a question, `conflict` when the id is another interview’s
 * @throws LearnerNotFoundError
 */
export async function beginMockInterview(
  key: InterviewKey,
  choice: Choice,
): Promise<'begun' | 'no-questions' | 'conflict'> {
  const [course, db] = await Promise.all([readCourse(), database()])
  const topics = choice.weak ? await chooseWeakTopics(db, key.learnerId, course) : choice.topics
  const [seed = 1] = crypto.getRandomValues(new Uint32Array(1))
  const plan = planInterview({ ...choice, topics }, getCourseMaterial(course), seed)
  if (!plan) return 'no-questions'
  return (await startInterview(db, key, plan, new Date())) === 'other' ? 'conflict' : 'begun'
}

async function chooseWeakTopics(db: Database, learnerId: string, course: Course): Promise<readonly string[]> {
  const interviews = await listInterviews(db, learnerId)
  const weak = await findWeakSpots(db, learnerId, { course, interviews, now: new Date() })
  return weak.length > 0 ? weak : lessonsWithCards(course).map(({ slug }) => slug)
}

/**
 * Takes what a learner did in an interview. When that ends it, the cards of what they left out become due.
 *
 * @throws LearnerNotFoundError
 */
export async function takeInterviewAction(key: InterviewKey, action: Action): Promise<ActionResult> {
  const [db, now] = [await database(), new Date()]
  const result = await takeAction(db, key, action, { matcher: await createInterviewer(), now })
  if (result.kind !== 'none' && replay(result.interview.events).now === null)
    await promote(db, key.learnerId, result.interview, { course: await readCourse(), now })
  return result
}

/**
 * Whoever ticks the points of an answer: by the words that the course gives a card's points today, else by the points'
 * own. An interview that began before a card was changed continues.
 */
async function createInterviewer(): Promise<Matcher> {
  globalForInterviews.matcher ??= createMatcher()
  const [matcher, course] = await Promise.all([globalForInterviews.matcher, readCourse()])
  return {
    match({ card, keyPoints }, answer) {
      const cardPoints = card === undefined ? [] : findKeyPoints(course, card)
      const points = keyPoints.map((keyPoint): KeyPoint => cardPoints.find(({ id }) => id === keyPoint.id) ?? keyPoint)
      try {
        return matcher.match({ keyPoints: points }, answer)
      } catch (error) {
        console.error(`The key points of ${card} could not be matched as they are written.`, error)
        return matcher.match({ keyPoints: keyPoints.map(({ point }) => ({ point })) }, answer)
      }
    },
  }
}
/** On globalThis, because Next bundles this file into several routes. It takes some hundred milliseconds to load. */
const globalForInterviews = globalThis as typeof globalThis & { matcher?: ReturnType<typeof createMatcher> }

const findKeyPoints = ({ publishedLessons, draftLessons }: Course, id: string) =>
  [...publishedLessons, ...draftLessons].flatMap(({ cards }) => cards).find((card) => card.id === id)?.keyPoints ?? []

/** Makes the cards of what an interview left unsaid due, once for each interview. */
async function promote(
  db: Database,
  learnerId: string,
  { id, plan, events }: StoredInterview,
  { course, now }: { readonly course: Course; readonly now: Date },
): Promise<void> {
  const items = new Set(listReviewItems(course).map((reviewItem) => reviewItem.id))
  const cards = createDebrief(plan, replay(events))
    .next.flatMap((reviewNext) => reviewNext.cards)
    .filter((card) => items.has(card))
  if (cards.length === 0) return
  const entries = cards.map((item) => ({
    kind: 'forward' as const,
    id: toId(`${id} ${item}`),
    item,
    at: now.getTime(),
  }))
  await storeEntries(db, learnerId, entries, now)
}

/** The same UUID for the same name (version 8, from SHA-256). */
function toId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
