import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDesk } from './arbitrary-deck.ts'
import { toDayNumber } from './day.ts'
import type { DeckItem } from './deck.ts'
import { estimateCostMs } from './estimate-durations.ts'
import { buildQueue, type Queue } from './queue.ts'

const MINUTE = 60_000
const everywhere = (queue: Queue): DeckItem[] => [
  ...[...queue.dueNow, ...queue.overLimit].map((queued) => queued.item),
  ...[queue.learningLater, queue.later, queue.buried, queue.suspended, queue.closed].flat(),
]

/** The learner’s day on which an item is due, told apart from how the queue tells it: on the calendar. */
const dueDay = ({ memory }: DeckItem, zone: string): number =>
  memory.state === 'review'
    ? toDayNumber(memory.lastReview ?? 0, zone) + memory.scheduledDays
    : toDayNumber(memory.due, zone)

describe('a queue', () => {
  test('loses no item: each is in exactly one place', () => {
    fc.assert(
      fc.property(arbitraryDesk, ({ desk, now }) => {
        const placed = everywhere(buildQueue(desk, now)).map(({ id }) => id)
        expect(placed.sort()).toEqual(desk.items.map(({ id }) => id).sort())
      }),
    )
  })

  test('keeps the day’s limits', () => {
    fc.assert(
      fc.property(arbitraryDesk, ({ desk, now }) => {
        const { dueNow, done } = buildQueue(desk, now)
        const chosen = dueNow.filter(({ reason }) => reason !== 'step')
        const fresh = chosen.filter(({ reason }) => reason === 'new').length
        const minutes = chosen.reduce((sum, { item }) => sum + estimateCostMs(item, now), 0) / MINUTE
        const { plan } = desk
        if (fresh > 0) expect(done.fresh + fresh).toBeLessThanOrEqual(plan.newPerDay)
        if (chosen.length > fresh) expect(done.reviews + chosen.length - fresh).toBeLessThanOrEqual(plan.reviewsPerDay)
        // one item is asked though it is longer than the day: else it would never be
        if (chosen.length > 1) expect(done.minutes + minutes).toBeLessThanOrEqual(plan.minutesPerDay + 1e-9)
      }),
    )
  })

  test('asks nothing that is suspended, buried, of a closed lesson or not due', () => {
    fc.assert(
      fc.property(arbitraryDesk, ({ desk, now }) => {
        for (const { item, reason } of buildQueue(desk, now).dueNow) {
          expect(item.suspended ?? false).toBe(false)
          expect(item.buriedUntil ?? 0).toBeLessThanOrEqual(now)
          if (reason === 'new') expect(item.open || item.forward !== undefined).toBe(true)
          if (reason === 'due') expect(dueDay(item, desk.zone)).toBeLessThanOrEqual(toDayNumber(now, desk.zone))
        }
      }),
    )
  })

  test('says truly when something is asked next', () => {
    fc.assert(
      fc.property(arbitraryDesk, ({ desk, now }) => {
        const queue = buildQueue(desk, now)
        if (queue.dueNow.length > 0 || queue.next === undefined) return
        expect(queue.next).toBeGreaterThan(now)
        const kinds = (at: number): number =>
          everywhere(buildQueue(desk, at)).length - buildQueue(desk, at).later.length
        expect(kinds(queue.next)).toBeGreaterThanOrEqual(kinds(now))
        expect(buildQueue(desk, queue.next - 1).dueNow).toEqual([])
      }),
    )
  })
})
