import 'server-only'
import type { ReviewAnswer, ReviewLesson } from '#lib/contract/review.ts'
import type { Course } from '#lib/course/course.ts'
import { database } from '#lib/learner/database.ts'
import { readMonthReviews } from '#lib/learner/item-states.ts'
import { logFailure } from '#lib/learner/log-failure.ts'
import { outlookOf } from '#lib/review/deadline.ts'
import { queueOf } from '#lib/review/queue.ts'
import { type Statistics, statisticsOf } from '#lib/review/statistics.ts'
import { cardTexts } from './card-texts.ts'
import { readDesk } from './desk.ts'
import { findPageLearner, readPageZone } from './page-learner.ts'

/** This many texts come at once; the page asks for the others while the first ones are answered. */
const MAX_TEXTS = 20

/**
 * Reads everything that a review session begins with.
 *
 * @param learnerId, zone  as for `readDesk`
 * @throws LearnerGone
 */
export async function readReview(learnerId: string | undefined, zone: string): Promise<ReviewAnswer> {
  const { course, built, now } = await readDesk(learnerId, zone)
  const { desk, open } = built
  const queue = queueOf(desk, now)
  const first = [...queue.now.map(({ item }) => item), ...queue.soon].slice(0, MAX_TEXTS)
  const texts = cardTexts(
    course,
    first.map(({ id }) => id),
  )
  return { now, desk, lessons: listLessons(course, open), texts, outlook: outlookOf(desk, now) }
}

const listLessons = ({ listed, drafts }: Course, open: ReadonlySet<string>): ReviewLesson[] =>
  [...listed, ...drafts]
    .map(({ slug, number, frontmatter, cards, numbers }) => ({
      slug,
      title: frontmatter.title,
      number,
      items: cards.length + (numbers?.length ?? 0),
      open: open.has(slug),
    }))
    .filter(({ items }) => items > 0)

/**
 * Reads what the log says of a learner's memory.
 *
 * @param learnerId, zone  as for `readDesk`
 * @throws LearnerGone
 */
export async function readStatistics(learnerId: string | undefined, zone: string): Promise<Statistics> {
  const { built, now } = await readDesk(learnerId, zone)
  const reviews = learnerId === undefined ? [] : await readMonthReviews(await database(), learnerId)
  return statisticsOf(built, reviews, now)
}

/** The statistics of who looks at a page; undefined if they can’t be read now. */
export async function readPageStatistics(): Promise<Statistics | undefined> {
  const zone = await readPageZone()
  try {
    return await readStatistics((await findPageLearner())?.id, zone)
  } catch (error) {
    logFailure('Could not read a learner’s statistics.', error)
    return undefined
  }
}
