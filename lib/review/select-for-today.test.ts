import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyLogEntries } from './apply-log-entries.ts'
import { arbitraryZone, SOME_ITEMS } from './arbitrary-log.ts'
import { DAY_MS, startOfDay, toDayNumber } from './day.ts'
import type { Deck, DeckItem, Promotion } from './deck.ts'
import { estimateCostMs } from './estimate-durations.ts'
import type { ReviewEntry } from './log.ts'
import type { MemoryState } from './memory-state.ts'
import { DEFAULT_PLAN, type Plan } from './plan.ts'
import { buildQueue, type Queue } from './queue.ts'
import { emptyMemoryState } from './schedule.ts'

const MINUTE = 60_000
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const zone = 'Europe/Berlin'
const noon = Date.parse('2026-06-10T10:00Z')
const reviewedMemory = (days: number, ago: number, over: Partial<MemoryState> = {}): MemoryState => ({
  ...emptyMemoryState(0),
  state: 'review',
  stability: days,
  difficulty: 5,
  scheduledDays: days,
  reps: 3,
  lastReview: noon - ago * DAY_MS,
  due: noon + (days - ago) * DAY_MS,
  ...over,
})
const item = (id: string, memory: MemoryState, over: Partial<DeckItem> = {}): DeckItem => ({
  ...(SOME_ITEMS.find((someItem) => someItem.id === id) ?? { id, kind: 'card', lesson: 'one', weight: 1 }),
  open: true,
  memory,
  ms: 30_000,
  ...over,
})
const createDeck = (items: DeckItem[], plan: Partial<Plan> = {}, over: Partial<Deck> = {}): Deck => ({
  plan: { ...DEFAULT_PLAN, ...plan },
  zone,
  items,
  today: [],
  ...over,
})
const ids = (queue: Queue): string[] => queue.dueNow.map((candidate) => candidate.item.id)
const cards = (n: number, memory: MemoryState): DeckItem[] =>
  Array.from({ length: n }, (_, i) => item(`one/c${i}`, memory))

/** How many cards of this memory fit into that number of minutes. */
const fitting = (minutes: number, memory: MemoryState): number =>
  Math.floor((minutes * MINUTE) / estimateCostMs(item('one/a', memory), noon))

describe('what is asked', () => {
  test('falls due by days: from four in the morning, though it was rated in the evening', () => {
    const rated = Date.parse('2026-06-08T20:00Z')
    const deck = createDeck([item('one/a', reviewedMemory(2, 0, { lastReview: rated, due: rated + 2 * DAY_MS }))])
    expect(ids(buildQueue(deck, Date.parse('2026-06-10T01:59Z')))).toEqual([])
    expect(ids(buildQueue(deck, Date.parse('2026-06-10T02:00Z')))).toEqual(['one/a'])
  })

  test('is not asked twice on the day of 25 hours', () => {
    const rated = startOfDay(toDayNumber(Date.parse('2026-10-24T12:00Z'), zone), zone) + 10 * MINUTE
    const deck = createDeck([item('one/a', reviewedMemory(1, 0, { lastReview: rated, due: rated + DAY_MS }))])
    const due = startOfDay(toDayNumber(rated, zone) + 1, zone)
    expect(ids(buildQueue(deck, rated + DAY_MS + MINUTE))).toEqual([])
    expect(ids(buildQueue(deck, due))).toEqual(['one/a'])
  })

  test.each([
    [
      'a step of learning whose minute has come comes first',
      'one/b',
      reviewedMemory(0, 0, { state: 'learning', due: noon - 1 }),
    ],
    ['a mistake that was found comes before what is due', 'one/b', reviewedMemory(90, 1)],
  ])('%s', (name, first, memory) => {
    const forward: Promotion = { why: 'mistake', at: noon - 1, exercise: 'ex-one', misconception: 'm' }
    const brought = name.startsWith('a mistake') ? { forward } : {}
    const deck = createDeck([item('one/a', reviewedMemory(3, 5)), item('one/b', memory, brought)])
    expect(ids(buildQueue(deck, noon))).toEqual([first, 'one/a'])
  })

  test('is new and old in turn, drills last', () => {
    const deck = createDeck([
      item('drill:ex-one', reviewedMemory(3, 4), { ms: 480_000 }),
      item('one/a', reviewedMemory(3, 4)),
      item('one/b', reviewedMemory(3, 4)),
      item('two/a', emptyMemoryState(0)),
      item('two/b', emptyMemoryState(0)),
    ])
    expect(ids(buildQueue(deck, noon))).toEqual(['one/a', 'two/a', 'one/b', 'two/b', 'drill:ex-one'])
  })

  test('may be asked some minutes early where the learner wants to continue', () => {
    const deck = createDeck([item('one/a', reviewedMemory(0, 0, { state: 'learning', due: noon + 8 * MINUTE }))])
    expect(buildQueue(deck, noon)).toMatchObject({ dueNow: [], next: noon + 8 * MINUTE })
    expect(ids(buildQueue(deck, noon, 20 * MINUTE))).toEqual(['one/a'])
  })

  test('leaves half of the day’s minutes to cards, and a drill its half', () => {
    const drill = item('drill:ex-one', reviewedMemory(3, 9), { ms: 480_000 })
    const queue = buildQueue(createDeck([...cards(60, reviewedMemory(3, 9)), drill], { minutesPerDay: 20 }), noon)
    expect(ids(queue)).toContain('drill:ex-one')
    expect(queue.dueNow).toHaveLength(1 + fitting(12, reviewedMemory(3, 9)))
  })
})

describe('after missed days', () => {
  test('the backlog is cut to the day’s minutes, and the queue says so', () => {
    const deck = createDeck(cards(50, reviewedMemory(3, 8)), { minutesPerDay: 10 }, { before: noon - 6 * DAY_MS })
    const allowed = fitting(10, reviewedMemory(3, 8))
    expect(allowed).toBeGreaterThan(10)
    expect(buildQueue(deck, noon).backlog).toEqual({ missedDays: 5, due: 50, allowed, overLimit: 50 - allowed })
  })

  test('nothing is said when no day was missed, or when all of it fits', () => {
    expect(
      buildQueue(createDeck(cards(50, reviewedMemory(3, 8)), { minutesPerDay: 10 }, { before: noon - DAY_MS }), noon)
        .backlog,
    ).toBeUndefined()
    expect(
      buildQueue(createDeck(cards(5, reviewedMemory(3, 8)), {}, { before: noon - 6 * DAY_MS }), noon).backlog,
    ).toBeUndefined()
  })

  test('what is worth most before the interview is kept', () => {
    const [often, strong, weak] = [
      item('one/often', reviewedMemory(3, 5), { weight: 2 }),
      item('one/strong', reviewedMemory(60, 61)),
      item('one/weak', reviewedMemory(3, 5)),
    ]
    const queue = buildQueue(createDeck([strong, weak, often], { reviewsPerDay: 2, deadline: '2026-06-20' }), noon)
    expect(ids(queue)).toEqual(['one/often', 'one/weak'])
    expect(queue.overLimit.map((candidate) => candidate.item.id)).toEqual(['one/strong'])
  })
})

test('what happens does not depend on the zone’s clock: a session is the same in every zone', () => {
  fc.assert(
    fc.property(arbitraryZone, (zone) => {
      const zoned = { ...createDeck([item('one/a', emptyMemoryState(0)), item('one/b', emptyMemoryState(0))]), zone }
      const entry: ReviewEntry = { kind: 'review', id: uuid(1), item: 'one/a', rating: 4, ms: 9, at: noon }
      expect(ids(buildQueue(applyLogEntries(zoned, [entry]), noon))).toEqual(['one/b'])
    }),
  )
})
