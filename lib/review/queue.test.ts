import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDeck } from './arbitrary-deck.ts'
import { toDayNumber } from './day.ts'
import type { DeckItem } from './deck.ts'
import { estimateCostMs } from './estimate-durations.ts'
import { buildQueue, type Queue } from './queue.ts'

const MINUTE = 60_000
const everywhere = (queue: Queue): DeckItem[] => [
  ...[...queue.dueNow, ...queue.overLimit].map((queued) => queued.item),
  ...[queue.learningLater, queue.later, queue.buried, queue.suspended, queue.closed].flat(),
]

/** The learner’s day on which an item is due, computed independently of the queue: on the calendar. */
const dueDay = ({ memory }: DeckItem, zone: string): number =>
  memory.state === 'review'
    ? toDayNumber(memory.lastReview ?? 0, zone) + memory.scheduledDays
    : toDayNumber(memory.due, zone)

describe('a queue', () => {
  test('loses no item: each is in exactly one place', () => {
    fc.assert(
      fc.property(arbitraryDeck, ({ deck, now }) => {
        const queuedIds = everywhere(buildQueue(deck, now)).map(({ id }) => id)
        expect(queuedIds.sort()).toEqual(deck.items.map(({ id }) => id).sort())
      }),
    )
  })

  test('keeps the day’s limits', () => {
    fc.assert(
      fc.property(arbitraryDeck, ({ deck, now }) => {
        const { dueNow, done } = buildQueue(deck, now)
        const chosen = dueNow.filter(({ reason }) => reason !== 'step')
        const newCount = chosen.filter(({ reason }) => reason === 'new').length
        const minutes = chosen.reduce((sum, { item }) => sum + estimateCostMs(item, now), 0) / MINUTE
        const { plan } = deck
        if (newCount > 0) expect(done.newItems + newCount).toBeLessThanOrEqual(plan.newPerDay)
        if (chosen.length > newCount)
          expect(done.reviews + chosen.length - newCount).toBeLessThanOrEqual(plan.reviewsPerDay)
        // one item is asked though it is longer than the day: else it would never be
        if (chosen.length > 1) expect(done.minutes + minutes).toBeLessThanOrEqual(plan.minutesPerDay + 1e-9)
      }),
    )
  })

  test('asks nothing that is suspended, buried, of a closed lesson or not due', () => {
    fc.assert(
      fc.property(arbitraryDeck, ({ deck, now }) => {
        for (const { item, reason } of buildQueue(deck, now).dueNow) {
          expect(item.suspended ?? false).toBe(false)
          expect(item.buriedUntil ?? 0).toBeLessThanOrEqual(now)
          if (reason === 'new') expect(item.open || item.forward !== undefined).toBe(true)
          if (reason === 'due') expect(dueDay(item, deck.zone)).toBeLessThanOrEqual(toDayNumber(now, deck.zone))
        }
      }),
    )
  })

  test('says truly when something is asked next', () => {
    fc.assert(
      fc.property(arbitraryDeck, ({ deck, now }) => {
        const queue = buildQueue(deck, now)
        if (queue.dueNow.length > 0 || queue.next === undefined) return
        expect(queue.next).toBeGreaterThan(now)
        const kinds = (at: number): number =>
          everywhere(buildQueue(deck, at)).length - buildQueue(deck, at).later.length
        expect(kinds(queue.next)).toBeGreaterThanOrEqual(kinds(now))
        expect(buildQueue(deck, queue.next - 1).dueNow).toEqual([])
      }),
    )
  })
})
