import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryLog, arbitraryNow, SOME_ITEMS } from './arbitrary-log.ts'
import { DAY_MS } from './day.ts'
import { deriveItemRecords } from './derive-item-records.ts'
import { eventsFrom, ItemReplay, replayItem } from './item-replay.ts'
import { ITEM_RECORD_VERSION } from './item-state.ts'
import type { LogEntry } from './log.ts'
import type { Rating } from './memory-state.ts'
import { type InitialReview, replay } from './replay.ts'

const seed: InitialReview = { kind: 'seed', id: 'seed:ex-one', item: 'drill:ex-one', rating: 3, at: 0 }
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const review = (n: number, at: number, rating: Rating = 3, item = 'one/a'): LogEntry => ({
  kind: 'review',
  id: uuid(n),
  item,
  rating,
  ms: 1000 * n,
  at,
})
const byItem = (log: readonly LogEntry[]) => Map.groupBy(log, ({ item }) => item)
const seedFor = (item: string, at: number): InitialReview | undefined =>
  item === seed.item ? { ...seed, at } : undefined

/** A log in which some undos name another item than the entry that they undo. */
const arbitraryLogWithStrayUndos = arbitraryNow.chain((now) =>
  fc.tuple(arbitraryLog(now), fc.infiniteStream(fc.constantFrom(true, false, false, false))).map(([log, strays]) => ({
    seedAt: now - 20 * DAY_MS,
    log: log.map((entry): LogEntry => {
      const isStray = entry.kind === 'undo' && strays.next().value
      return isStray ? { ...entry, item: SOME_ITEMS[0]?.id ?? entry.item } : entry
    }),
  })),
)

describe('the replay of one item', () => {
  test('gives what a replay of the whole log gives', () => {
    fc.assert(
      fc.property(arbitraryLogWithStrayUndos, ({ log, seedAt }) => {
        const whole = deriveItemRecords(log, [{ ...seed, at: seedAt }], 0.9)
        for (const [item, entries] of byItem(log))
          expect(replayItem(entries, seedFor(item, seedAt), 0.9)).toEqual(whole.get(item))
      }),
    )
  })

  test('continues from a stored record as if it had begun with the first event', () => {
    fc.assert(
      fc.property(arbitraryLogWithStrayUndos, fc.nat(), ({ log, seedAt }, cut) => {
        for (const [item, entries] of byItem(log)) {
          const events = eventsFrom(entries, seedFor(item, seedAt))
          const first = new ItemReplay(0.9)
          for (const event of events.slice(0, cut % (events.length + 1))) first.apply(event)
          const second = new ItemReplay(0.9, JSON.parse(JSON.stringify(first.record)))
          for (const event of events.slice(cut % (events.length + 1))) second.apply(event)
          expect(second.record).toEqual(replayItem(entries, seedFor(item, seedAt), 0.9))
        }
      }),
    )
  })

  test('keeps the reviews of two days and the one before them', () => {
    const hours = [0, 100, 200, 201, 248].map((hour, n) => review(n, hour * 3_600_000))
    expect(replayItem(hours, undefined, 0.9).state.recent.map(({ id }) => id)).toEqual([1, 2, 3, 4].map(uuid))
  })

  test('keeps the reviews of a month, with what each of them tests', () => {
    const days = [0, 20, 50, 51].map((day, n) => review(n, day * DAY_MS, 4))
    expect(replayItem(days, undefined, 0.9).lastMonth).toEqual([
      { at: 20 * DAY_MS, rating: 4, ms: 1000, previousAt: 0 },
      { at: 50 * DAY_MS, rating: 4, ms: 2000, previousAt: 20 * DAY_MS },
      { at: 51 * DAY_MS, rating: 4, ms: 3000, previousAt: 50 * DAY_MS },
    ])
  })

  test('stays as small as it is, however often an item is rated in a day', () => {
    const many = Array.from({ length: 1500 }, (_, n) => review(n, n * 1000))
    const { state, lastMonth } = replayItem(many, undefined, 0.9)
    expect([state.recent.length, lastMonth.length]).toEqual([200, 1000])
    expect([state.recent.at(-1)?.id, lastMonth.at(-1)?.at]).toEqual([uuid(1499), 1_499_000])
    expect(deriveItemRecords(many, [], 0.9).get('one/a')).toEqual({ state, lastMonth })
  })

  test('says nothing of a lapse of memory that was learned a moment before', () => {
    const learning = [review(1, 0), review(2, 60_000, 1), review(3, 120_000)]
    expect(replayItem(learning, undefined, 0.9).lastMonth.some(({ previousAt }) => previousAt !== undefined)).toBe(
      false,
    )
  })
})

test('an undo has no effect on the entry of another item', () => {
  const entry = review(1, 0)
  const undo: LogEntry = { kind: 'undo', id: uuid(2), item: 'one/b', entry: entry.id, at: 1 }
  expect(replay([entry, undo], [], 0.9).reviews).toHaveLength(1)
})

test('a record of this version says what it says here: raise ITEM_RECORD_VERSION when that changes', () => {
  const log: LogEntry[] = [
    review(1, 0),
    review(2, 600_000),
    review(3, 3 * DAY_MS, 1),
    review(4, 3 * DAY_MS + 600_000, 2),
    review(5, 9 * DAY_MS, 4),
    { kind: 'forward', id: uuid(6), item: 'one/a', at: 10 * DAY_MS },
    { kind: 'bury', id: uuid(7), item: 'one/a', at: 10 * DAY_MS + 1, until: 11 * DAY_MS },
  ]
  expect({ version: ITEM_RECORD_VERSION, ...replayItem(log, undefined, 0.9) }).toMatchInlineSnapshot(`
    {
      "lastMonth": [
        {
          "at": 0,
          "ms": 1000,
          "rating": 3,
        },
        {
          "at": 600000,
          "ms": 2000,
          "rating": 3,
        },
        {
          "at": 259200000,
          "ms": 3000,
          "previousAt": 600000,
          "rating": 1,
        },
        {
          "at": 259800000,
          "ms": 4000,
          "rating": 2,
        },
        {
          "at": 777600000,
          "ms": 5000,
          "rating": 4,
        },
      ],
      "state": {
        "askedAt": 864000000,
        "buriedUntil": 950400000,
        "durations": [
          1000,
          2000,
          3000,
          4000,
          5000,
        ],
        "lastEntryAt": 864000001,
        "memory": {
          "difficulty": 7.65589596,
          "due": 1382400000,
          "lapses": 1,
          "lastReview": 777600000,
          "reps": 5,
          "scheduledDays": 7,
          "stability": 6.86268249,
          "state": "review",
          "step": 0,
        },
        "recent": [
          {
            "at": 259800000,
            "before": {
              "difficulty": 7.39223814,
              "due": 259800000,
              "lapses": 1,
              "lastReview": 259200000,
              "reps": 3,
              "scheduledDays": 0,
              "stability": 0.63697811,
              "state": "relearning",
              "step": 0,
            },
            "id": "00000000-0000-4000-8000-000000000004",
            "ms": 4000,
            "rating": 2,
          },
          {
            "at": 777600000,
            "before": {
              "difficulty": 8.25407453,
              "due": 260700000,
              "lapses": 1,
              "lastReview": 259800000,
              "reps": 4,
              "scheduledDays": 0,
              "stability": 0.63697811,
              "state": "relearning",
              "step": 0,
            },
            "id": "00000000-0000-4000-8000-000000000005",
            "ms": 5000,
            "rating": 4,
          },
        ],
        "suspended": false,
      },
      "version": 1,
    }
  `)
})
