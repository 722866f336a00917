import { startOfDay, toDayNumber } from './day.ts'
import type { DeckItem } from './deck.ts'
import type { ReviewTarget } from './review-target.ts'
import { retrievabilityAfter, retrievabilityAt, stabilityAfter } from './schedule.ts'

/** The status of an item now, and when it is asked if nothing is done: `at` is a moment, undefined for never. */
export type QueueStatus =
  | { readonly kind: 'step' | 'forward' | 'due' | 'refresh' | 'new' }
  | { readonly kind: 'soon' | 'later' | 'buried'; readonly at: number }
  | { readonly kind: 'suspended' | 'closed' }

/**
 * Determines the status of an item at a moment.
 *
 * Reviews fall due by the learner's days, not to the minute: one rated in the evening with an interval of three days is
 * asked from four in the morning of the third day on. Days are counted on the calendar, so that a day of 23 or 25 hours
 * is one.
 */
export function getQueueStatus(
  item: DeckItem,
  { now, zone, horizon, retention }: { now: number; zone: string; horizon: ReviewTarget; retention: number },
): QueueStatus {
  const { memory, forward } = item
  if (item.suspended) return { kind: 'suspended' }
  if (item.buriedUntil !== undefined && item.buriedUntil > now) return { kind: 'buried', at: item.buriedUntil }
  const isPromoted = forward !== undefined && forward.at > (memory.lastReview ?? -1)
  if (memory.state === 'new') {
    if (item.kind === 'drill' || (!item.open && !isPromoted)) return { kind: 'closed' }
    return { kind: 'new' }
  }
  if (memory.state !== 'review') {
    return memory.due <= now || isPromoted ? { kind: 'step' } : { kind: 'soon', at: memory.due }
  }
  if (isPromoted) return { kind: 'forward' }
  const today = toDayNumber(now, zone)
  const day = dayDue(item, zone)
  if (day <= today) return { kind: 'due' }
  if (doesFadeBefore(item, { now, today, zone, horizon, retention })) return { kind: 'refresh' }
  return { kind: 'later', at: startOfDay(day, zone) }
}

/** The learner's day on which a reviewed item is due. */
export const dayDue = ({ memory }: DeckItem, zone: string): number =>
  toDayNumber(memory.lastReview ?? memory.due, zone) + memory.scheduledDays

/** This many days before the interview, items that would fade by then become due again. */
const REFRESH_DAYS = 3
const DAY = 86_400_000

function doesFadeBefore(
  { kind, memory }: DeckItem,
  {
    now,
    today,
    zone,
    horizon,
    retention,
  }: { now: number; today: number; zone: string; horizon: ReviewTarget; retention: number },
): boolean {
  if (horizon.day === undefined || today < horizon.day - REFRESH_DAYS) return false
  if (toDayNumber(memory.lastReview ?? 0, zone) >= today || retrievabilityAt(memory, horizon.at) >= retention)
    return false
  if (today >= horizon.day - 1) return true
  const stability = stabilityAfter(kind, memory, 3, (now - (memory.lastReview ?? now)) / DAY)
  return retrievabilityAfter(stability, (horizon.at - now) / DAY) >= retention
}
