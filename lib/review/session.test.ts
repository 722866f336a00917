import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyLogEntries } from './apply-log-entries.ts'
import { arbitraryDeck } from './arbitrary-deck.ts'
import { arbitraryRating } from './arbitrary-log.ts'
import { nextDayStart, toDayNumber } from './day.ts'
import type { Deck, DeckItem } from './deck.ts'
import type { MemoryState, Rating } from './memory-state.ts'
import { buildQueue, type Queue } from './queue.ts'

const MINUTE = 60_000
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const everywhere = (queue: Queue): DeckItem[] => [
  ...[...queue.dueNow, ...queue.overLimit].map((queued) => queued.item),
  ...[queue.learningLater, queue.later, queue.buried, queue.suspended, queue.closed].flat(),
]

/** The learner’s day on which an item is due, computed independently of the queue: on the calendar. */
const dueDay = ({ memory }: DeckItem, zone: string): number =>
  memory.state === 'review'
    ? toDayNumber(memory.lastReview ?? 0, zone) + memory.scheduledDays
    : toDayNumber(memory.due, zone)

interface Asked {
  readonly at: number
  readonly item: DeckItem
}

/** A session until nothing is asked any more that day: each answer takes a while and gets the next rating. */
function session(
  deck: Deck,
  now: number,
  ratings: readonly Rating[],
  pause: number,
): { asks: Asked[]; end: Deck; at: number } {
  const day = toDayNumber(now, deck.zone)
  const asks: Asked[] = []
  let [at, deckNow] = [now, deck]
  for (let i = 0; i < 200; i++) {
    const { dueNow: queue, next } = buildQueue(deckNow, at)
    const first = queue[0]?.item
    if (first) {
      asks.push({ at, item: first })
      const rating = ratings[i % ratings.length] ?? 3
      deckNow = applyLogEntries(deckNow, [{ kind: 'review', id: uuid(i), item: first.id, rating, ms: 10_000, at }])
      at += pause
    } else if (next === undefined || toDayNumber(next, deck.zone) > day) return { asks, end: deckNow, at }
    else at = next
    if (toDayNumber(at, deck.zone) > day) return { asks, end: deckNow, at }
  }
  return { asks, end: deckNow, at }
}
const arbitraryRatings = fc.array(arbitraryRating, { minLength: 1, maxLength: 40 })
const arbitraryPause = fc.integer({ min: 1000, max: 5 * MINUTE })

describe('a session', () => {
  test('shows nothing twice unless it is due again', () => {
    fc.assert(
      fc.property(arbitraryDeck, arbitraryRatings, arbitraryPause, ({ deck, now }, ratings, pause) => {
        const { asks } = session(deck, now, ratings, pause)
        asks.forEach(({ at, item }, i) => {
          if (!asks.slice(0, i).some((earlier) => earlier.item.id === item.id)) return
          expect(['learning', 'relearning']).toContain(item.memory.state)
          expect(item.memory.due).toBeLessThanOrEqual(at)
        })
      }),
    )
  })

  test('keeps the day’s limits to its end', () => {
    fc.assert(
      fc.property(arbitraryDeck, arbitraryRatings, arbitraryPause, ({ deck, now }, ratings, pause) => {
        const { asks } = session(deck, now, ratings, pause)
        const before = buildQueue(deck, now).done
        const count = (state: MemoryState['state']): number =>
          asks.filter(({ item }) => item.memory.state === state).length
        const { newPerDay, reviewsPerDay } = deck.plan
        expect(count('new')).toBeLessThanOrEqual(Math.max(0, newPerDay - before.newItems))
        expect(count('review')).toBeLessThanOrEqual(Math.max(0, reviewsPerDay - before.reviews))
      }),
    )
  })

  test('leaves every item where it can be found the next day', () => {
    fc.assert(
      fc.property(arbitraryDeck, arbitraryRatings, arbitraryPause, ({ deck, now }, ratings, pause) => {
        const { end, at } = session(deck, now, ratings, pause)
        const tomorrow = nextDayStart(at, deck.zone)
        const queue = buildQueue(end, tomorrow)
        expect(everywhere(queue)).toHaveLength(deck.items.length)
        // what had its turn is not asked again before its day, however long that day is
        for (const { item } of [...queue.dueNow, ...queue.overLimit].filter(({ reason }) => reason === 'due'))
          expect(dueDay(item, deck.zone)).toBeLessThanOrEqual(toDayNumber(tomorrow, deck.zone))
      }),
    )
  })
})
