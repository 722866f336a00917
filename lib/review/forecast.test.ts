import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyLogEntries } from './apply-log-entries.ts'
import { arbitraryDeck } from './arbitrary-deck.ts'
import { SOME_ITEMS } from './arbitrary-log.ts'
import { formatIsoDay, startOfDay, toDayNumber } from './day.ts'
import type { Deck, DeckItem } from './deck.ts'
import { estimateCostMs } from './estimate-durations.ts'
import { forecastUntilInterview } from './forecast.ts'
import type { LogEntry } from './log.ts'
import { DEFAULT_PLAN, type Plan } from './plan.ts'
import { buildQueue } from './queue.ts'
import { getReviewTarget } from './review-target.ts'
import { emptyMemoryState, retrievabilityAt } from './schedule.ts'

const zone = 'Europe/Berlin'
const now = Date.parse('2026-11-26T10:00Z')
const HOUR = 3_600_000
const someNew = (n: number): DeckItem[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `one/c${i}`,
    kind: 'card',
    lesson: 'one',
    weight: 1,
    open: true,
    memory: emptyMemoryState(0),
    ms: 30_000, // a minute on its first day, with its step of learning
  }))
const createDeck = (items: DeckItem[], plan: Partial<Plan> = {}): Deck => ({
  plan: { ...DEFAULT_PLAN, deadline: '2026-12-14', ...plan },
  zone,
  items,
  today: [],
})

describe('an outlook', () => {
  test('of an interview in eighteen days has everything seen and fresh', () => {
    const forecast = forecastUntilInterview(createDeck(someNew(100)), now)
    expect(forecast).toMatchObject({ date: '2026-12-14', daysLeft: 18, items: 100, seen: 100, ready: 100, fits: true })
    expect(forecast?.runway.map((day) => day.day).slice(0, 2)).toEqual(['2026-11-26', '2026-11-27'])
  })

  test('says how much does not fit, and which limits would do', () => {
    const plan = { minutesPerDay: 10, newPerDay: 5, deadline: '2026-12-01' }
    const forecast = forecastUntilInterview(createDeck(someNew(100), plan), now)
    expect(forecast).toMatchObject({ daysLeft: 5, items: 100, seen: 25, fits: false })
    expect(forecast?.unseen).toHaveLength(75)
    expect(forecastUntilInterview(createDeck(someNew(100), { ...plan, ...forecast?.enough }), now)?.fits).toBe(true)
    const less = { ...forecast?.enough, minutesPerDay: (forecast?.enough?.minutesPerDay ?? 0) - 5 }
    expect(forecastUntilInterview(createDeck(someNew(100), { ...plan, ...less }), now)?.fits).toBe(false)
  })

  test('of an interview today has no day left: what is unseen stays so, and no limits help', () => {
    expect(forecastUntilInterview(createDeck(someNew(3), { deadline: '2026-11-26' }), now)).toMatchObject({
      daysLeft: 0,
      runway: [],
      seen: 0,
      fits: false,
      enough: null,
    })
  })

  test.each([
    ['without an interview', null],
    ['after it', '2026-11-25'],
  ])('is none %s', (_, deadline) => {
    expect(forecastUntilInterview(createDeck(someNew(3), { deadline }), now)).toBeNull()
  })

  test('keeps the limits on every day', () => {
    fc.assert(
      fc.property(arbitraryDeck, ({ deck, now }) => {
        const forecast = forecastUntilInterview(deck, now)
        const longest = Math.max(0, ...deck.items.map((item) => estimateCostMs(item, now))) / 60_000
        for (const { fresh, minutes } of forecast?.runway.slice(1) ?? []) {
          expect(fresh).toBeLessThanOrEqual(deck.plan.newPerDay)
          expect(minutes).toBeLessThanOrEqual(Math.round(Math.max(deck.plan.minutesPerDay, longest)))
        }
      }),
    )
  })

  test('comes true for a learner who keeps to it and answers well', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 14 }), (n, days) => {
        const deadline = formatIsoDay(toDayNumber(now, zone) + days)
        let deck = createDeck(someNew(n), { deadline, newPerDay: 200, minutesPerDay: 600 })
        expect(forecastUntilInterview(deck, now)).toMatchObject({ fits: true, seen: n, ready: n })
        for (let day = 0; day < days; day++)
          deck = answerDay(deck, day === 0 ? now : startOfDay(toDayNumber(now, zone) + day, zone) + 5 * HOUR)
        const { at } = getReviewTarget(deck.plan, now, zone)
        for (const { memory } of deck.items)
          expect(retrievabilityAt(memory, at)).toBeGreaterThanOrEqual(deck.plan.retention)
      }),
      { numRuns: 30 },
    )
  })
})

/** A deck after a day on which everything that was asked was rated good. */
function answerDay(start: Deck, at: number): Deck {
  let [deck, when] = [start, at]
  for (;;) {
    const { dueNow: queue, next } = buildQueue(deck, when)
    const first = queue[0]?.item
    if (first) {
      const entry: LogEntry = { kind: 'review', id: crypto.randomUUID(), item: first.id, rating: 3, ms: 1, at: when }
      deck = applyLogEntries(deck, [entry])
    } else if (next === undefined || toDayNumber(next, zone) > toDayNumber(at, zone)) return deck
    else when = next
  }
}

test('what would have faded by the interview is asked once more in the last three days', () => {
  const memory = {
    ...emptyMemoryState(0),
    state: 'review' as const,
    stability: 6,
    difficulty: 5,
    scheduledDays: 12, // by a lower wanted retention, before
    reps: 3,
    lastReview: Date.parse('2026-12-03T10:00Z'),
    due: Date.parse('2026-12-15T10:00Z'),
  }
  const deck = createDeck([{ ...someNew(1)[0]!, id: SOME_ITEMS[0]!.id, memory }])
  expect(buildQueue(deck, Date.parse('2026-12-10T10:00Z')).dueNow).toEqual([])
  expect(buildQueue(deck, Date.parse('2026-12-12T10:00Z')).dueNow).toMatchObject([{ reason: 'refresh' }])
})
