import { nextDayStart, startOfDay, toDayNumber } from './day.ts'
import type { Deck, DeckItem } from './deck.ts'
import { cappedDurationMs, estimateCostMs } from './estimate-durations.ts'
import { getQueueStatus, type QueueStatus } from './queue-status.ts'
import { getItemKind } from './replay.ts'
import { getReviewTarget } from './review-target.ts'
import { type DailyUsage, type Queued, selectForToday } from './select-for-today.ts'

/** The items of a deck by their status now. Each is in exactly one of these lists. */
export interface Queue {
  /** What is asked now, and after it, in order. */
  readonly dueNow: readonly Queued[]
  /** Steps of learning that wait for their minute, the next one first. */
  readonly learningLater: readonly DeckItem[]
  /** Would be asked today, but for the limits; what is worth most first. */
  readonly overLimit: readonly Queued[]
  /** Scheduled for another day. */
  readonly later: readonly DeckItem[]
  readonly buried: readonly DeckItem[]
  readonly suspended: readonly DeckItem[]
  /** New items of lessons that are not open. */
  readonly closed: readonly DeckItem[]
  /** For what is in `now` and `soon`, about. */
  readonly minutes: number
  readonly done: DailyUsage
  /** When something is asked next if `now` is empty; undefined when nothing ever is. */
  readonly next: number | undefined
  /** What was cut because days were missed; undefined when no day was, or when all of it fits. */
  readonly backlog: Backlog | undefined
}

export interface Backlog {
  /** The learner's days without a review, between the last one and today. */
  readonly missedDays: number
  /** All items due today, whether they fit into the limits or not. */
  readonly due: number
  readonly allowed: number
  readonly overLimit: number
}

/**
 * What is asked now: steps of learning whose minute has come, then what verdicts brought up, reviews and new items in
 * turn, drills last; as much as the limits of the day leave room for, what is worth most before the interview first.
 *
 * It is recomputed from the deck after each rating: nothing is remembered in between, so that reloading changes
 * nothing.
 *
 * @param ahead  milliseconds by which steps of learning may be asked early
 */
export function buildQueue(deck: Deck, now: number, ahead = 0): Queue {
  const { plan, zone } = deck
  const horizon = getReviewTarget(plan, now, zone)
  const context = { now: now + ahead, zone, horizon, retention: plan.retention }
  const statuses = deck.items.map((item) => {
    const early = item.memory.state === 'learning' || item.memory.state === 'relearning'
    return { item, at: getQueueStatus(item, early ? context : { ...context, now }) }
  })
  const itemsWithStatus = (...kinds: QueueStatus['kind'][]): DeckItem[] =>
    statuses.filter((entry) => kinds.includes(entry.at.kind)).map(({ item }) => item)
  const steps = itemsWithStatus('step').sort((a, b) => a.memory.due - b.memory.due)
  const soon = itemsWithStatus('soon').sort((a, b) => a.memory.due - b.memory.due)
  const done = countDailyUsage(deck, now)
  const candidates = statuses.flatMap(({ item, at }): Queued[] => (isAsked(at) ? [{ item, reason: at.kind }] : []))
  const reserved = sumCostMs([...steps, ...soon], now)
  const { selected, overLimit } = selectForToday(candidates, { plan, done, horizon, now, reserved })
  const upcoming = statuses.flatMap((entry) => ('at' in entry.at ? [entry.at.at] : []))
  return {
    dueNow: [...steps.map((item): Queued => ({ item, reason: 'step' })), ...selected],
    learningLater: soon,
    overLimit,
    later: itemsWithStatus('later'),
    buried: itemsWithStatus('buried'),
    suspended: itemsWithStatus('suspended'),
    closed: itemsWithStatus('closed'),
    minutes:
      (reserved +
        sumCostMs(
          selected.map(({ item }) => item),
          now,
        )) /
      MINUTE,
    done,
    next: earliest([...upcoming, ...(overLimit.length > 0 ? [nextDayStart(now, zone)] : [])]),
    backlog: computeBacklog(deck, now, selected, overLimit),
  }
}

const MINUTE = 60_000
const isAsked = (status: QueueStatus): status is { kind: 'forward' | 'due' | 'refresh' | 'new' } =>
  status.kind === 'forward' || status.kind === 'due' || status.kind === 'refresh' || status.kind === 'new'
const sumCostMs = (items: readonly DeckItem[], now: number): number =>
  items.reduce((sum, item) => sum + estimateCostMs(item, now), 0)
const earliest = (all: readonly number[]): number | undefined => (all.length > 0 ? Math.min(...all) : undefined)

/** What the day's reviews used of its limits. */
export function countDailyUsage(deck: Deck, now: number): DailyUsage {
  const began = startOfDay(toDayNumber(now, deck.zone), deck.zone)
  const today = deck.today.filter(({ at }) => at >= began)
  const items = (state: 'new' | 'review'): number =>
    new Set(today.filter(({ before }) => before.state === state).map(({ item }) => item)).size
  const ms = (all: Deck['today']): number =>
    all.reduce((sum, review) => sum + cappedDurationMs(getItemKind(review.item), review.ms), 0)
  return {
    newItems: items('new'),
    reviews: items('review'),
    minutes: ms(today) / MINUTE,
    drillMinutes: ms(today.filter(({ item }) => getItemKind(item) === 'drill')) / MINUTE,
  }
}

function computeBacklog(
  { before, today, zone }: Deck,
  now: number,
  selected: readonly Queued[],
  overLimit: readonly Queued[],
): Backlog | undefined {
  const day = toDayNumber(now, zone)
  const earlier = [before, ...today.map(({ at }) => at)].filter((at) => at !== undefined && toDayNumber(at, zone) < day)
  const last = earlier.at(-1)
  const missedDays = last === undefined ? 0 : day - toDayNumber(last, zone) - 1
  const owed = (all: readonly Queued[]): number => all.filter(({ reason }) => reason !== 'new').length
  if (missedDays < 1 || owed(overLimit) === 0) return undefined
  return { missedDays, due: owed(selected) + owed(overLimit), allowed: owed(selected), overLimit: owed(overLimit) }
}
