import 'server-only'
import type { ReviewAnswer, ReviewLesson } from '#lib/contract/review.ts'
import type { Course } from '#lib/course/course.ts'
import { database } from '#lib/learner/database.ts'
import { readMonthReviews } from '#lib/learner/item-states.ts'
import { logFailure } from '#lib/learner/log-failure.ts'
import type { DeckItem } from '#lib/review/deck.ts'
import { forecastUntilInterview } from '#lib/review/forecast.ts'
import { buildQueue, type Queue } from '#lib/review/queue.ts'
import { computeStatistics, type Statistics } from '#lib/review/statistics.ts'
import { loadCardTexts } from './card-texts.ts'
import { loadDeck } from './deck.ts'
import { findPageLearner, readPageZone } from './page-learner.ts'

/** This many texts come at once; the page asks for the others while the first ones are answered. */
const MAX_TEXTS = 20

/** Picks the items whose texts come with a review. */
export type PickTexts = (queue: Queue) => readonly DeckItem[]

const pickFirst: PickTexts = ({ dueNow, learningLater }) =>
  [...dueNow.map(({ item }) => item), ...learningLater].slice(0, MAX_TEXTS)

/**
 * Reads everything that a review session begins with.
 *
 * @param learnerId, zone  as for `loadDeck`
 * @param pickTexts  the items that are asked first, unless it is given
 * @throws LearnerNotFoundError
 */
export async function readReview(
  learnerId: string | undefined,
  zone: string,
  pickTexts: PickTexts = pickFirst,
): Promise<ReviewAnswer> {
  const { course, built, now } = await loadDeck(learnerId, zone)
  const { deck, open } = built
  const picked = pickTexts(buildQueue(deck, now))
  const texts = loadCardTexts(
    course,
    picked.map(({ id }) => id),
  )
  return { now, desk: deck, lessons: listLessons(course, open), texts, outlook: forecastUntilInterview(deck, now) }
}

/**
 * Reads the review of the learner who views a page; undefined if it can’t be read now.
 *
 * @param pickTexts  as for `readReview`
 */
export async function readPageReview(pickTexts?: PickTexts): Promise<ReviewAnswer | undefined> {
  const zone = await readPageZone()
  try {
    return await readReview((await findPageLearner())?.id, zone, pickTexts)
  } catch (error) {
    logFailure('Could not read a learner’s review.', error)
    return undefined
  }
}

const listLessons = ({ publishedLessons }: Course, open: ReadonlySet<string>): ReviewLesson[] =>
  publishedLessons
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
 * @param learnerId, zone  as for `loadDeck`
 * @throws LearnerNotFoundError
 */
export async function readStatistics(learnerId: string | undefined, zone: string): Promise<Statistics> {
  const { course, built, now } = await loadDeck(learnerId, zone)
  const reviews = learnerId === undefined ? [] : await readMonthReviews(await database(), learnerId)
  const statistics = computeStatistics(built, reviews, now)
  const isPublished = (slug: string): boolean => course.publishedLessons.some((lesson) => lesson.slug === slug)
  // the drill of the home page’s exercise may belong to a draft
  return { ...statistics, lessons: statistics.lessons.filter(({ slug }) => isPublished(slug)) }
}

/** The statistics of whoever views a page; undefined if they can’t be read now. */
export async function readPageStatistics(): Promise<Statistics | undefined> {
  const zone = await readPageZone()
  try {
    return await readStatistics((await findPageLearner())?.id, zone)
  } catch (error) {
    logFailure('Could not read a learner’s statistics.', error)
    return undefined
  }
}
