import 'server-only'
import type { ReviewAnswer, ReviewLesson } from '#lib/contract/review.ts'
import type { Course } from '#lib/course/course.ts'
import { database } from '#lib/learner/database.ts'
import { readMonthReviews } from '#lib/learner/item-states.ts'
import { logFailure } from '#lib/learner/log-failure.ts'
import { forecastUntilInterview } from '#lib/review/forecast.ts'
import { buildQueue } from '#lib/review/queue.ts'
import { computeStatistics, type Statistics } from '#lib/review/statistics.ts'
import { cardTexts } from './card-texts.ts'
import { loadDeck } from './deck.ts'
import { findPageLearner, readPageZone } from './page-learner.ts'

/** This many texts come at once; the page asks for the others while the first ones are answered. */
const MAX_TEXTS = 20

/**
 * Reads everything that a review session begins with.
 *
 * @param learnerId, zone  as for `readDesk`
 * @throws LearnerNotFoundError
 */
export async function readReview(learnerId: string | undefined, zone: string): Promise<ReviewAnswer> {
  const { course, built, now } = await loadDeck(learnerId, zone)
  const { desk, open } = built
  const queue = buildQueue(desk, now)
  const first = [...queue.dueNow.map(({ item }) => item), ...queue.learningLater].slice(0, MAX_TEXTS)
  const texts = cardTexts(
    course,
    first.map(({ id }) => id),
  )
  return { now, desk, lessons: listLessons(course, open), texts, outlook: forecastUntilInterview(desk, now) }
}

const listLessons = ({ listed }: Course, open: ReadonlySet<string>): ReviewLesson[] =>
  listed
    .map(({ slug, number, frontmatter, cards, numbers }) => ({
      slug,
      title: frontmatter.title,
      number,
      items: cards.length + (numbers?.length ?? 0),
      open: open.has(slug),
    }))
    .filter(({ items }) => items > 0)

/**
 * Reads what the log says of a learner’s memory, with its strength in each published lesson.
 *
 * @param learnerId, zone  as for `readDesk`
 * @throws LearnerNotFoundError
 */
export async function readStatistics(learnerId: string | undefined, zone: string): Promise<Statistics> {
  const { course, built, now } = await loadDeck(learnerId, zone)
  const reviews = learnerId === undefined ? [] : await readMonthReviews(await database(), learnerId)
  const statistics = computeStatistics(built, reviews, now)
  const isPublished = (slug: string): boolean => course.listed.some((lesson) => lesson.slug === slug)
  // the drill of the home page’s exercise may belong to a draft
  return { ...statistics, lessons: statistics.lessons.filter(({ slug }) => isPublished(slug)) }
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
