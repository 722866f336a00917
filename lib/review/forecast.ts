import { z } from 'zod'
import { formatIsoDay, startOfDay, toDayNumber } from './day.ts'
import type { Deck, DeckItem } from './deck.ts'
import type { MemoryState } from './memory-state.ts'
import { buildQueue } from './queue.ts'
import { getReviewTarget } from './review-target.ts'
import { retrievabilityAt, scheduleReview } from './schedule.ts'

/** How the days until the interview look, when each is kept as planned and what is asked is answered well. */
export const OutlookSchema = z.object({
  /** The day of the interview, YYYY-MM-DD. */
  date: z.iso.date(),
  /** Days to review in: today and those before the interview. */
  daysLeft: z.number().int(),
  /** Those days, in order: what is asked on each, and how long it takes. */
  runway: z.array(z.object({ day: z.iso.date(), reviews: z.number(), fresh: z.number(), minutes: z.number() })),
  /** Items of open lessons. */
  items: z.number().int(),
  /** Of these: asked at least once by then. */
  seen: z.number().int(),
  /** Of these: remembered on that day with at least the wanted probability. */
  ready: z.number().int(),
  /** Ids of items that are never asked within the limits. */
  unseen: z.array(z.string()),
  /** Ids of items that are asked, but have faded on that day. */
  faded: z.array(z.string()),
  fits: z.boolean(),
  /** The limits that all of it fits into; null when no limits would do, or when it fits. */
  enough: z
    .object({ minutesPerDay: z.number().int(), newPerDay: z.number().int(), reviewsPerDay: z.number().int() })
    .nullable(),
})
export type Forecast = z.infer<typeof OutlookSchema>

/**
 * The days until the interview: what is asked on each when the plan is kept and answers are good, what has been seen and
 * is remembered on its day, and what does not fit, with limits that would do. null without an interview to come.
 *
 * It is the queue itself, asked day by day: what is foretold is what happens.
 */
export function forecastUntilInterview(deck: Deck, now: number): Forecast | null {
  const { day } = getReviewTarget(deck.plan, now, deck.zone)
  if (day === undefined || deck.plan.deadline === null) return null
  const course = run(deck, now, day)
  const fits = course.unseen.length === 0 && course.faded.length === 0
  return {
    date: deck.plan.deadline,
    daysLeft: course.runway.length,
    runway: course.runway,
    items: course.items,
    seen: course.items - course.unseen.length,
    ready: course.items - course.unseen.length - course.faded.length,
    unseen: course.unseen,
    faded: course.faded,
    fits,
    enough: fits ? null : findSufficientLimits(deck, now, day, course),
  }
}

type Run = Pick<Forecast, 'runway' | 'items' | 'unseen' | 'faded'>
/** Nobody's plan is better for being reckoned further ahead. */
const MAX_FORECAST_DAYS = 120

function run(deck: Deck, now: number, interview: number): Run {
  const { zone, plan } = deck
  const today = toDayNumber(now, zone)
  const runway: Forecast['runway'] = []
  let at = deck
  const end = Math.min(interview, today + MAX_FORECAST_DAYS)
  for (let day = today; day < end; day++) {
    const when = day === today ? now : startOfDay(day, zone) + MORNING
    const queue = buildQueue(at, when)
    const daysItems = [...queue.dueNow.map(({ item }) => item), ...queue.learningLater]
    const newCount = daysItems.filter(({ memory }) => memory.state === 'new').length
    runway.push({
      day: formatIsoDay(day),
      reviews: daysItems.length - newCount,
      fresh: newCount,
      minutes: Math.round(queue.minutes),
    })
    at = simulateDay(at, new Set(daysItems.map(({ id }) => id)), when)
  }
  const noon = startOfDay(end, zone) + NOON
  const items = at.items.filter((item) => !item.suspended && (item.open || item.memory.reps > 0 || item.forward))
  const unseenItems = items.filter(({ memory }) => memory.reps === 0)
  const fadedItems = items.filter(({ memory }) => memory.reps > 0 && retrievabilityAt(memory, noon) < plan.retention)
  return { runway, items: items.length, unseen: unseenItems.map(({ id }) => id), faded: fadedItems.map(({ id }) => id) }
}
/** Whenever one reviews, it is some hours after four. */
const MORNING = 5 * 3_600_000
/** When interviews are: see `horizonOf`. */
const NOON = 8 * 3_600_000

/** The deck on the next morning, if everything was answered well and all learning steps were finished. */
function simulateDay(deck: Deck, itemIds: ReadonlySet<string>, when: number): Deck {
  const items = deck.items.map((item): DeckItem => {
    if (!itemIds.has(item.id)) return item
    const { forward: _, ...rest } = item
    const memory = finishLearning(item.kind, item.memory, when, deck.plan.retention)
    return { ...rest, memory }
  })
  return { ...deck, items, today: [], before: when }
}

function finishLearning(kind: DeckItem['kind'], memory: MemoryState, when: number, retention: number): MemoryState {
  const waits = memory.state === 'learning' || memory.state === 'relearning'
  const next = scheduleReview(kind, memory, 3, waits ? Math.max(when, memory.due) : when, retention)
  return next.state === 'review' ? next : finishLearning(kind, next, when, retention)
}

/** The fewest minutes a day, in steps of five, with which all of it fits; the other limits grow as they must. */
function findSufficientLimits(deck: Deck, now: number, interview: number, short: Run): Forecast['enough'] {
  const days = Math.max(1, short.runway.length)
  const newCount = deck.items.filter(({ memory }) => memory.state === 'new').length
  const wider = (minutesPerDay: number): Deck => ({
    ...deck,
    plan: {
      ...deck.plan,
      minutesPerDay,
      newPerDay: Math.max(deck.plan.newPerDay, Math.ceil(newCount / days)),
      reviewsPerDay: Math.max(deck.plan.reviewsPerDay, deck.items.length),
    },
  })
  const does = (minutes: number): boolean => {
    const { unseen: unseenItems, faded: fadedItems } = run(wider(minutes), now, interview)
    return unseenItems.length === 0 && fadedItems.length === 0
  }
  let [low, high] = [Math.ceil(deck.plan.minutesPerDay / 5), MAX_MINUTES_PER_DAY / 5]
  if (low > high || !does(high * 5)) return null
  while (low < high) {
    const middle = (low + high) >> 1
    if (does(middle * 5)) high = middle
    else low = middle + 1
  }
  const { minutesPerDay, newPerDay, reviewsPerDay } = wider(high * 5).plan
  return { minutesPerDay, newPerDay, reviewsPerDay }
}
/** Ten hours a day: more is no plan. */
const MAX_MINUTES_PER_DAY = 600
