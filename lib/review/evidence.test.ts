import { describe, expect, test } from 'vitest'
import { type Attempt, buildDeckFromLog, createEvidence } from './arbitrary-deck.ts'
import { SOME_ITEMS } from './arbitrary-log.ts'
import { DAY_MS } from './day.ts'
import { initialRating, rateDrill } from './drill-rating.ts'
import { computePromotions, initialReviews } from './evidence.ts'
import type { LogEntry } from './log.ts'
import { DEFAULT_PLAN } from './plan.ts'
import { buildQueue } from './queue.ts'

const failed = (at: number, ...misconceptions: string[]): Attempt => ({
  exercise: 'ex-one',
  at,
  passed: false,
  misconceptions,
})
const passed = (at: number): Attempt => ({ exercise: 'ex-one', at, passed: true, misconceptions: [] })
const teacher = (): string => 'one/b'
const forwards = (attempts: Attempt[], last: Record<string, number> = {}) =>
  Object.fromEntries(computePromotions(createEvidence(attempts), SOME_ITEMS, teacher, (item) => last[item]))

describe('a failed answer', () => {
  test('brings the cards of its exercise forward, and no others', () => {
    expect(Object.keys(forwards([failed(5)]))).toEqual(['one/a', 'one/b', 'one/c', 'one/d'])
    expect(forwards([failed(5)])['one/a']).toEqual({ why: 'failed', at: 5, exercise: 'ex-one' })
  })

  test('with a mistake that was found brings up the one card that teaches it', () => {
    const { 'one/b': b, 'one/a': a } = forwards([failed(5, 'no-scale')])
    expect(b).toEqual({ why: 'mistake', at: 5, exercise: 'ex-one', misconception: 'no-scale' })
    expect(a?.why).toBe('failed')
  })

  test('says ten times what it says once: one card for the mistake', () => {
    const ten = Array.from({ length: 10 }, (_, i) => failed(i, 'no-scale'))
    const mistakes = Object.values(forwards(ten)).filter(({ why }) => why === 'mistake')
    expect(mistakes).toEqual([{ why: 'mistake', at: 9, exercise: 'ex-one', misconception: 'no-scale' }])
  })

  test('is settled by a review since then, and comes again with the next failure', () => {
    expect(forwards([failed(5, 'no-scale')], { 'one/b': 6 })['one/b']).toBeUndefined()
    expect(forwards([failed(5, 'no-scale'), failed(8)], { 'one/b': 6 })['one/b']?.why).toBe('failed')
  })

  test('does not bring back what was reviewed on the same day', () => {
    const noon = Date.parse('2026-06-10T12:00Z')
    const entries: LogEntry[] = ['a', 'b', 'c', 'd'].map((name, i) => ({
      kind: 'review',
      id: `00000000-0000-4000-8000-00000000000${i}`,
      item: `one/${name}`,
      rating: 4,
      ms: 1000,
      at: noon,
    }))
    const evidence = createEvidence([failed(noon + 1000, 'no-scale')])
    const parts = {
      items: SOME_ITEMS,
      entries,
      evidence,
      teacher,
      plan: { ...DEFAULT_PLAN, newPerDay: 0 },
      zone: 'UTC',
    }
    const listDueIds = (at: number): string[] =>
      buildQueue(buildDeckFromLog(parts, at).deck, at).dueNow.map(({ item }) => item.id)
    expect(listDueIds(noon + 2000)).toEqual([])
    expect(listDueIds(noon + DAY_MS)[0]).toBe('one/b')
  })
})

describe('a passed exercise', () => {
  test('begins its drill with its first pass, once', () => {
    const { exercises } = createEvidence([failed(1), passed(2), failed(3), passed(4)])
    expect(initialReviews(exercises)).toEqual([
      { kind: 'seed', id: 'seed:ex-one', item: 'drill:ex-one', rating: 3, at: 2 },
    ])
  })

  test('that was never passed begins none', () => {
    expect(initialReviews(createEvidence([failed(1)]).exercises)).toEqual([])
  })

  test.each([
    ['after its solution was seen: again', { assisted: true, runs: 1 }, 1],
    ['after more than six runs: hard', { assisted: false, runs: 7 }, 2],
    ['within six runs: good', { assisted: false, runs: 6 }, 3],
  ])('%s', (_, how, rating) => {
    expect(initialRating(how)).toBe(rating)
  })
})

describe('a drill is rated', () => {
  const limit = 480_000
  test.each([
    ['again when it did not pass', { passed: false, runs: 1, ms: 1000 }, 1],
    ['hard when it took longer than its time', { passed: true, runs: 1, ms: limit + 1 }, 2],
    ['hard after more than three runs', { passed: true, runs: 4, ms: 1000 }, 2],
    ['good in time', { passed: true, runs: 3, ms: limit }, 3],
    ['good at the first run in more than half of its time', { passed: true, runs: 1, ms: limit / 2 + 1 }, 3],
    ['easy at the first run in half of its time', { passed: true, runs: 1, ms: limit / 2 }, 4],
  ])('%s', (_, how, rating) => {
    expect(rateDrill({ ...how, limit })).toBe(rating)
  })
})
