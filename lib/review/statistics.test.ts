import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDeck, buildDeckFromLog, createEvidence } from './arbitrary-deck.ts'
import { SOME_ITEMS } from './arbitrary-log.ts'
import { DAY_MS } from './day.ts'
import type { LogEntry } from './log.ts'
import type { Rating } from './memory-state.ts'
import { DEFAULT_PLAN } from './plan.ts'
import { buildQueue } from './queue.ts'
import { computeStatistics } from './statistics.ts'

const now = Date.parse('2026-06-10T12:00Z')
const review = (n: number, item: string, daysAgo: number, rating: Rating): LogEntry => ({
  kind: 'review',
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  item,
  rating,
  ms: 30_000,
  at: now - daysAgo * DAY_MS,
})
const compute = (entries: LogEntry[]) => {
  const evidence = createEvidence([])
  const parts = { items: SOME_ITEMS, entries, evidence, teacher: () => undefined, plan: DEFAULT_PLAN, zone: 'UTC' }
  const deck = buildDeckFromLog(parts, now)
  return computeStatistics(deck, deck.reviews, now)
}

test('true retention is the share of what was recalled after a day or more', () => {
  const entries = [
    review(1, 'one/a', 20, 4), // the first time tests nothing
    review(2, 'one/a', 10, 3),
    review(3, 'one/b', 20, 4),
    review(4, 'one/b', 9, 1),
    review(5, 'one/b', 9, 3), // nor does relearning
  ]
  expect(compute(entries).retention).toEqual({ desired: 0.9, reviews: 2, remembered: 1, actual: 0.5 })
})

test('reviews a day, with their minutes, are those of the last thirty days', () => {
  const { days } = compute([
    review(1, 'one/a', 0, 3),
    review(2, 'one/b', 0, 3),
    review(3, 'one/c', 29, 3),
    review(4, 'one/d', 31, 3),
  ])
  expect(days).toHaveLength(30)
  expect(days.at(-1)).toEqual({ day: '2026-06-10', reviews: 2, minutes: 1 })
  expect(days.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(3)
})

test('a lesson is as strong as what was seen of it is remembered', () => {
  const { lessons } = compute([review(1, 'one/a', 0, 4), review(2, 'two/a', 20, 3)])
  const [one, two, three] = lessons
  expect(one).toMatchObject({ slug: 'one', reviewedCount: 1, items: 7 })
  expect(one?.strength).toBeCloseTo(1, 2)
  expect(two?.strength).toBeLessThan(0.9)
  expect(three?.strength).toBeNull()
})

test('the forecast has every item that is scheduled within thirty days once, and what is due today is under today', () => {
  fc.assert(
    fc.property(arbitraryDeck, ({ deck, reviews, all, now }) => {
      const { forecast } = computeStatistics({ deck, all }, reviews, now)
      const scheduled = deck.items.filter(({ memory, suspended }) => memory.state !== 'new' && !suspended)
      expect(forecast.reduce((sum, day) => sum + day.due, 0)).toBeLessThanOrEqual(scheduled.length)
      const { dueNow, overLimit } = buildQueue(deck, now)
      const due = [...dueNow, ...overLimit].filter(({ reason }) => reason === 'due').length
      expect(forecast[0]?.due).toBeGreaterThanOrEqual(due)
    }),
  )
})
