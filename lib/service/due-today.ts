import 'server-only'
import type { Course } from '#lib/course/course.ts'
import { logFailure } from '#lib/learner/log-failure.ts'
import type { Deck, DeckItem } from '#lib/review/deck.ts'
import { type Forecast, forecastUntilInterview } from '#lib/review/forecast.ts'
import { buildQueue } from '#lib/review/queue.ts'
import { getQueueStatus } from '#lib/review/queue-status.ts'
import { getReviewTarget } from '#lib/review/review-target.ts'
import type { Queued } from '#lib/review/select-for-today.ts'
import { strengthByLesson } from '#lib/review/statistics.ts'
import { loadDeck } from './deck.ts'
import { findPageLearner, readPageZone } from './page-learner.ts'

/** What reviewing says of a lesson. */
export interface LessonReviewStats {
  readonly due: number
  readonly strength: number
}

/** What reviewing asks of a learner today, as the home page says it. */
export interface DueToday {
  readonly due: number
  /** Of these, not new: what waits would be forgotten. */
  readonly again: number
  /** About. */
  readonly minutes: number
  /** By lesson, most first. */
  readonly lessons: readonly { readonly title: string; readonly due: number }[]
  /** When the next item is asked; undefined when nothing is scheduled. */
  readonly next: number | undefined
  /** By a lesson's slug: what is due of it, new items not counted, and how well it is recalled. */
  readonly reviewed: Readonly<Record<string, LessonReviewStats>>
  /** Titles of the published lessons, by slug. */
  readonly titles: Readonly<Record<string, string>>
  readonly now: number
  readonly zone: string
  /** How the days until the interview look, when there is one. */
  readonly outlook: Forecast | undefined
}

/** What is due for a learner, as every page shows it. */
export interface DueSummary {
  /** Items that would be asked now, new ones included. */
  readonly dueCount: number
  /** When each reviewed item is asked again, by its id; `now` for one that is due. Milliseconds since 1970. */
  readonly dueAt: Readonly<Record<string, number>>
}

/**
 * Reads what is due for a learner; undefined for someone who reviews nothing, and when it cannot be read now.
 *
 * @param zone  the time zone of their days
 */
export async function readDueSummary(learnerId: string, zone: string): Promise<DueSummary | undefined> {
  try {
    const { built, now } = await loadDeck(learnerId, zone)
    return built.deck.items.length > 0 ? summarizeDue(built.deck, now) : undefined
  } catch (error) {
    logFailure('Could not read a learner’s due items.', error)
    return undefined
  }
}

function summarizeDue(deck: Deck, now: number): DueSummary {
  const reviewed = deck.items.filter(({ memory, suspended }) => memory.state !== 'new' && !suspended)
  return {
    dueCount: buildQueue(deck, now).dueNow.length,
    dueAt: Object.fromEntries(reviewed.map((item) => [item.id, getDueTime(item, deck, now)])),
  }
}

function getDueTime(item: DeckItem, { plan, zone }: Deck, now: number): number {
  const horizon = getReviewTarget(plan, now, zone)
  const status = getQueueStatus(item, { now, zone, horizon, retention: plan.retention })
  return 'at' in status ? status.at : now
}

/** What is due for whoever views this page; undefined for someone who reviews nothing, and when it cannot be read now. */
export async function readPageDueToday(): Promise<DueToday | undefined> {
  const zone = await readPageZone()
  try {
    return await readDueToday((await findPageLearner())?.id, zone)
  } catch (error) {
    logFailure('Could not read a learner’s due items.', error)
    return undefined
  }
}

/**
 * Reads what reviewing asks of a learner today; undefined for someone who reviews nothing.
 *
 * @param learnerId, zone  as for `loadDeck`
 * @throws LearnerNotFoundError
 */
export async function readDueToday(learnerId: string | undefined, zone: string): Promise<DueToday | undefined> {
  const { course, built, now } = await loadDeck(learnerId, zone)
  return built.deck.items.length > 0 ? summarize(built.deck, course, now) : undefined
}

function summarize(deck: Deck, course: Course, now: number): DueToday {
  const { dueNow, minutes, next } = buildQueue(deck, now)
  const again = dueNow.filter(({ reason }) => reason !== 'new')
  const strength = strengthByLesson(deck.items, now)
  const countIn = (queued: readonly Queued[], slug: string): number =>
    queued.filter(({ item }) => item.lesson === slug).length
  return {
    due: dueNow.length,
    again: again.length,
    minutes: Math.ceil(minutes),
    lessons: course.publishedLessons
      .map(({ slug, frontmatter }) => ({ title: frontmatter.title, due: countIn(dueNow, slug) }))
      .filter(({ due }) => due > 0)
      .sort((a, b) => b.due - a.due),
    next,
    reviewed: Object.fromEntries(
      course.publishedLessons.map(({ slug }) => [
        slug,
        { due: countIn(again, slug), strength: strength.get(slug) ?? 1 },
      ]),
    ),
    titles: Object.fromEntries(course.publishedLessons.map(({ slug, frontmatter }) => [slug, frontmatter.title])),
    now,
    zone: deck.zone,
    outlook: forecastUntilInterview(deck, now) ?? undefined,
  }
}
