import type { BuiltDeck } from './build-deck.ts'
import { formatIsoDay, toDayNumber } from './day.ts'
import type { DeckItem } from './deck.ts'
import { cappedDurationMs } from './estimate-durations.ts'
import type { MonthReview } from './item-state.ts'
import { dayDue } from './queue-status.ts'
import { getItemKind } from './replay.ts'
import { retrievabilityAt } from './schedule.ts'

/** What the log says of a learner's memory. Days are theirs, as YYYY-MM-DD. */
export interface Statistics {
  /** The next 30 days, today first: items that fall due; what is overdue counts today. */
  readonly forecast: readonly { readonly day: string; readonly due: number }[]
  /** Of reviews at least a day after the last one, in the last 30 days. */
  readonly retention: {
    readonly desired: number
    readonly reviews: number
    readonly remembered: number
    /** remembered / reviews; null before there are any. */
    readonly actual: number | null
  }
  /** By lesson, in the order of the course. */
  readonly lessons: readonly {
    readonly slug: string
    readonly reviewedCount: number
    readonly items: number
    /** Mean probability of recall now, of what has been seen; null before anything has. */
    readonly strength: number | null
  }[]
  /** The last 30 days, today last. */
  readonly days: readonly { readonly day: string; readonly reviews: number; readonly minutes: number }[]
}

const DAYS = 30
const MINUTE = 60_000

/** Reviews of an item that statistics may count. */
export interface ItemReviews {
  readonly item: string
  readonly lastMonth: readonly MonthReview[]
}

/** Computes forecast, retention, strength and reviews per day from a learner’s deck and last month’s reviews. */
export function computeStatistics(
  { deck, all }: Pick<BuiltDeck, 'deck' | 'all'>,
  reviews: readonly ItemReviews[],
  now: number,
): Statistics {
  const { zone, plan } = deck
  const today = toDayNumber(now, zone)
  const recent = reviews.flatMap(({ item, lastMonth }) =>
    lastMonth
      .map((review) => ({
        ...review,
        day: toDayNumber(review.at, zone),
        countedMs: cappedDurationMs(getItemKind(item), review.ms),
      }))
      .filter(({ day }) => day > today - DAYS),
  )
  const due = countBy(deck.items.filter(isScheduled).map((item) => Math.max(today, dueOn(item, zone))))
  const days = Map.groupBy(recent, ({ day }) => day)
  return {
    forecast: range(today, DAYS).map((day) => ({ day: formatIsoDay(day), due: due.get(day) ?? 0 })),
    retention: { desired: plan.retention, ...computeRetention(recent, zone) },
    lessons: summarizeLessons(deck.items, all, now),
    days: range(today - DAYS + 1, DAYS).map((day) => {
      const mine = days.get(day) ?? []
      const minutes = mine.reduce((sum, review) => sum + review.countedMs, 0) / MINUTE
      return { day: formatIsoDay(day), reviews: mine.length, minutes: Math.round(minutes * 10) / 10 }
    }),
  }
}

/** Mean probability of recall now of what has been seen, by lesson. */
export function strengthByLesson(items: readonly DeckItem[], now: number): Map<string, number> {
  const reviewedByLesson = Map.groupBy(
    items.filter(({ memory }) => memory.reps > 0),
    ({ lesson }) => lesson,
  )
  return new Map(
    [...reviewedByLesson].map(([lesson, its]) => [
      lesson,
      mean(its.map(({ memory }) => retrievabilityAt(memory, now))),
    ]),
  )
}

const isScheduled = (item: DeckItem): boolean => item.memory.state !== 'new' && !item.suspended
const dueOn = (item: DeckItem, zone: string): number =>
  item.memory.state === 'review' ? dayDue(item, zone) : toDayNumber(item.memory.due, zone)
const range = (from: number, length: number): number[] => Array.from({ length }, (_, i) => from + i)
const mean = (all: readonly number[]): number => all.reduce((sum, value) => sum + value, 0) / all.length

function countBy(all: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** True retention: of what was known and then left alone for a day at least, the share that was recalled. */
function computeRetention(reviews: readonly (MonthReview & { readonly day: number })[], zone: string) {
  const tested = reviews.filter(
    ({ previousAt, day }) => previousAt !== undefined && toDayNumber(previousAt, zone) < day,
  )
  const remembered = tested.filter(({ rating }) => rating > 1).length
  return { reviews: tested.length, remembered, actual: tested.length > 0 ? remembered / tested.length : null }
}

function summarizeLessons(items: readonly DeckItem[], all: BuiltDeck['all'], now: number): Statistics['lessons'] {
  const strength = strengthByLesson(items, now)
  const reviewedIds = new Set(items.filter(({ memory }) => memory.reps > 0).map(({ id }) => id))
  return [...new Set(all.map(({ lesson }) => lesson))].map((slug) => {
    const mine = all.filter(({ lesson }) => lesson === slug)
    return {
      slug,
      reviewedCount: mine.filter(({ id }) => reviewedIds.has(id)).length,
      items: mine.length,
      strength: strength.get(slug) ?? null,
    }
  })
}
