import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { arbitraryRating, SOME_ITEMS } from '#lib/review/arbitrary-log.ts'
import { DAY_MS } from '#lib/review/day.ts'
import { deriveItemRecords } from '#lib/review/derive-item-records.ts'
import { initialReviews } from '#lib/review/evidence.ts'
import type { LogEntry } from '#lib/review/log.ts'
import { DEFAULT_PLAN } from '#lib/review/plan.ts'
import { adoptGuest } from './adopt-guest.ts'
import { checkItemStates, repairItemStates } from './check-item-states.ts'
import { connect, type Database } from './database.ts'
import { loadExerciseHistories } from './exercise-history.ts'
import { createReplayContext, readItemStates, readMonthReviews } from './item-states.ts'
import { reviewLog } from './review-log.ts'
import { reviewPlan, storeReviewPlan } from './review-plan.ts'
import { storeEntries } from './store-entries.ts'
import { createLearner, createTemporaryDatabase, storeGradedAnswers } from './temporary-database.ts'

let db: Database
let url: string
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, url, close } = await createTemporaryDatabase())
})
afterAll(() => close())

const now = new Date('2026-06-10T12:00Z')
const newId = () => crypto.randomUUID()
const review = (over: object = {}): LogEntry => ({
  kind: 'review',
  id: newId(),
  item: 'one/a',
  rating: 3,
  ms: 4000,
  at: now.getTime() - 1000,
  ...over,
})

/** What the server reads of a learner, through a database that may be another process's. */
async function readAll(from: Database, learnerId: string) {
  const { retention } = await reviewPlan(from, learnerId)
  const context = createReplayContext(retention, await loadExerciseHistories(from, learnerId))
  const states = await readItemStates(from, learnerId, context, now)
  const months = new Map((await readMonthReviews(from, learnerId)).map(({ item, lastMonth }) => [item, lastMonth]))
  return { states, months }
}

/** What a replay of the whole log gives instead. */
async function replayAll(learnerId: string) {
  const { retention } = await reviewPlan(db, learnerId)
  const seeds = initialReviews(await loadExerciseHistories(db, learnerId))
  const entries = await reviewLog(db, learnerId)
  const records = deriveItemRecords(entries, seeds, retention)
  const logged = new Set(entries.map(({ item }) => item))
  return {
    states: new Map([...records].map(([item, { state }]) => [item, state])),
    months: new Map(
      [...records].filter(([item]) => logged.has(item)).map(([item, { lastMonth }]) => [item, lastMonth]),
    ),
  }
}

const expectAgreement = async (learnerId: string, from = db) =>
  expect(await readAll(from, learnerId)).toEqual(await replayAll(learnerId))

/** Entries as an older version stored them: in the log, and nowhere else. */
async function storeAsBefore(learnerId: string, entries: readonly LogEntry[]): Promise<void> {
  const rowKey = ({ id, item }: LogEntry) => ({ id, itemId: item, learnerId })
  await db.review.createMany({
    data: entries.flatMap((entry) => {
      if (entry.kind !== 'review') return []
      const { rating, ms, at } = entry
      const memory = { memoryBefore: {}, memoryAfter: {} }
      return [{ ...rowKey(entry), ...memory, rating, durationMs: ms, reviewedAt: new Date(at) }]
    }),
  })
  await db.reviewAction.createMany({
    data: entries.flatMap((entry) => {
      if (entry.kind === 'review') return []
      const { id: _, item: __, at, kind, ...detail } = entry
      return [{ ...rowKey(entry), kind, detail, performedAt: new Date(at) }]
    }),
  })
}

describe('stored item states', () => {
  test('are those of the log after reviews in order, late ones, undos, and the same entries again', async () => {
    const learnerId = await createLearner(db, newId())
    const [first, second, late] = [5, 1, 3].map((day) => review({ at: now.getTime() - day * DAY_MS }))
    for (const entries of [[first!], [second!], [late!], [first!, late!]]) {
      await storeEntries(db, learnerId, entries, now)
      await expectAgreement(learnerId)
    }
    const undo: LogEntry = { kind: 'undo', id: newId(), item: 'one/a', entry: first!.id, at: now.getTime() }
    await storeEntries(db, learnerId, [undo], now)
    await expectAgreement(learnerId)
    const undone = review()
    await storeEntries(db, learnerId, [{ ...undo, id: newId(), entry: undone.id }], now)
    await storeEntries(db, learnerId, [undone], now)
    await expectAgreement(learnerId)
    expect((await readAll(db, learnerId)).states.get('one/a')?.memory?.reps).toBe(2)
  })

  test('are those of the log where entries were made at the same moment', async () => {
    const learnerId = await createLearner(db, newId())
    const [first, second] = [newId(), newId()].sort()
    await storeEntries(db, learnerId, [review({ id: second, rating: 1 })], now)
    await storeEntries(db, learnerId, [review({ id: first, rating: 4 })], now)
    await expectAgreement(learnerId)
  })

  test('are written with an entry, and not computed by the next read', async () => {
    const learnerId = await createLearner(db, newId())
    await storeEntries(db, learnerId, [review()], now)
    expect(await checkItemStates(db, learnerId, now)).toEqual({ entries: 1, items: 1, pending: [], differences: [] })
  })

  test('of a log that an older version wrote are computed by the first read, and by the first write', async () => {
    const [reader, writer] = [await createLearner(db, newId()), await createLearner(db, newId())]
    for (const learnerId of [reader, writer])
      await storeAsBefore(learnerId, [
        review(),
        review({ item: 'one/b' }),
        { kind: 'suspend', id: newId(), item: 'one/b', at: now.getTime() },
        { kind: 'add', id: newId(), item: 'lesson:one', at: now.getTime() },
      ])
    await expectAgreement(reader)
    await storeEntries(db, writer, [review({ at: now.getTime() })], now)
    expect((await checkItemStates(db, writer, now)).pending).toEqual(['one/b', 'lesson:one'])
    await expectAgreement(writer)
    expect((await checkItemStates(db, writer, now)).pending).toEqual([])
  })

  test('of what an older version added later are computed by a process that starts after it', async () => {
    const learnerId = await createLearner(db, newId())
    await storeEntries(db, learnerId, [review()], now)
    await readAll(db, learnerId)
    await storeAsBefore(learnerId, [review({ at: now.getTime() - 10 }), review({ item: 'one/c' })])
    const restarted = await connect(url)
    await expectAgreement(learnerId, restarted)
    await restarted.$disconnect()
  })

  test('follow the desired retention', async () => {
    const learnerId = await createLearner(db, newId())
    await storeEntries(db, learnerId, [review({ rating: 4, at: now.getTime() - 9 * DAY_MS }), review()], now)
    const before = (await readAll(db, learnerId)).states.get('one/a')?.memory?.scheduledDays
    await storeReviewPlan(db, learnerId, { ...DEFAULT_PLAN, retention: 0.8 }, now)
    await expectAgreement(learnerId)
    expect((await readAll(db, learnerId)).states.get('one/a')?.memory?.scheduledDays).toBeGreaterThan(before!)
  })

  test('of a drill follow the first pass of its exercise, also where it became known late', async () => {
    const learnerId = await createLearner(db, newId())
    await storeEntries(db, learnerId, [review({ item: 'drill:ex-one' })], now)
    await expectAgreement(learnerId)
    for (const exercise of ['ex-one', 'ex-two'])
      await storeGradedAnswers(db, learnerId, [{ exercise, at: new Date(now.getTime() - DAY_MS), outcome: 'passed' }])
    await expectAgreement(learnerId)
    expect((await readAll(db, learnerId)).states.get('drill:ex-one')?.memory?.reps).toBe(2)
    expect((await readAll(db, learnerId)).states.get('drill:ex-two')?.memory?.reps).toBe(1)
  })

  test('of a guest and an account become those of both logs', async () => {
    const [guest, account] = [await createLearner(db, newId()), await createLearner(db, newId(), false)]
    await storeEntries(db, guest, [review({ at: 5 }), review({ item: 'one/b' }), review({ item: 'one/c' })], now)
    await storeEntries(db, account, [review(), review({ item: 'one/d' })], now)
    await storeAsBefore(account, [review({ item: 'one/c', at: 7 })])
    await storeAsBefore(guest, [review({ item: 'two/a' })])
    await readAll(db, account)
    await adoptGuest(db, { guest, account }, { newId, now })
    await expectAgreement(account)
    expect(await db.itemState.count({ where: { learnerId: guest } })).toBe(0)
  })

  test('are the same when two requests compute them while others write', async () => {
    const learnerId = await createLearner(db, newId())
    const items = SOME_ITEMS.map(({ id }) => id)
    await storeAsBefore(
      learnerId,
      Array.from({ length: 900 }, (_, i) => review({ item: items[i % items.length], at: i * DAY_MS })),
    )
    const writes = items.map((item) => storeEntries(db, learnerId, [review({ item })], now))
    await Promise.all([readAll(db, learnerId), readAll(db, learnerId), ...writes])
    await expectAgreement(learnerId)
    const restarted = await connect(url)
    await expectAgreement(learnerId, restarted)
    await restarted.$disconnect()
  })

  test('are computed once for requests that come at once', async () => {
    const learnerId = await createLearner(db, newId())
    await storeAsBefore(learnerId, [review(), review({ item: 'one/b' })])
    const transactions = vi.spyOn(db, '$transaction')
    await Promise.all([1, 2, 3, 4].map(() => readAll(db, learnerId)))
    expect(transactions).toHaveBeenCalledTimes(1)
    transactions.mockRestore()
  })

  test('let other work run while a long log is replayed', async () => {
    const learnerId = await createLearner(db, newId())
    await storeAsBefore(
      learnerId,
      Array.from({ length: 2500 }, (_, i) => review({ at: i * DAY_MS })),
    )
    let turns = 0
    const timer = setInterval(() => turns++)
    await readAll(db, learnerId)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})

describe('the check', () => {
  test('finds what differs, field by field, and fixes it', async () => {
    const learnerId = await createLearner(db, newId())
    await storeEntries(db, learnerId, [review({ at: 5 }), review({ item: 'one/b' })], now)
    const { state, entryCount } = await db.itemState.findUniqueOrThrow({
      where: { learnerId_itemId: { learnerId, itemId: 'one/a' } },
    })
    await db.itemState.updateMany({
      where: { learnerId, itemId: 'one/a' },
      data: { entryCount: entryCount + 1, state: { ...Object(state), suspended: true } },
    })
    const report = await checkItemStates(db, learnerId, now)
    expect(report).toEqual({
      entries: 2,
      items: 2,
      pending: [],
      differences: [
        { itemId: 'one/a', field: 'entryCount', stored: 2, replayed: 1 },
        { itemId: 'one/a', field: 'state.suspended', stored: true, replayed: false },
      ],
    })
    expect(await repairItemStates(db, learnerId, report, now)).toBe(1)
    expect((await checkItemStates(db, learnerId, now)).differences).toEqual([])
    await expectAgreement(learnerId)
  })

  test('finds a row of an item that the log does not name, and removes it', async () => {
    const learnerId = await createLearner(db, newId())
    await storeEntries(db, learnerId, [review()], now)
    await db.review.deleteMany({ where: { learnerId } })
    const report = await checkItemStates(db, learnerId, now)
    expect(report.differences[0]).toEqual({ itemId: 'one/a', field: 'entryCount', stored: 1, replayed: 0 })
    await repairItemStates(db, learnerId, report, now)
    expect(await db.itemState.count({ where: { learnerId } })).toBe(0)
  })
})

// ---- whatever learners, devices and versions do, in whatever order ----

const item = fc.constantFrom('one/a', 'number:one/n', 'drill:ex-one', 'two/a')
const arbitraryEntry: fc.Arbitrary<LogEntry> = fc
  .record({
    kind: fc.oneof(
      { weight: 8, arbitrary: fc.constant('review') },
      { weight: 3, arbitrary: fc.constantFrom('bury', 'suspend', 'resume', 'forward', 'add', 'remove') },
    ),
    // its first digit: entries of the same moment count in the order of their ids
    id: fc.constantFrom('1', '9'),
    item,
    // days apart and minutes apart, late and in order, several at the same moment
    at: fc
      .tuple(fc.constantFrom(0, 1, 3, 9, 33), fc.integer({ min: 0, max: 2 }))
      .map(([days, steps]) => now.getTime() - days * DAY_MS - steps * 600_000),
    rating: arbitraryRating,
  })
  .map(({ kind, id, item, at, rating }): LogEntry => {
    const done = { id, item, at }
    if (kind === 'review') return { kind, ...done, rating, ms: 1000 * rating }
    if (kind === 'bury') return { kind, ...done, until: at + DAY_MS }
    if (kind === 'add' || kind === 'remove')
      return { kind, ...done, item: `lesson:${item.includes('one') ? 'one' : 'two'}` }
    return { kind: kind as 'suspend', ...done }
  })

let created = 0
/** An entry under an id of its own, which begins with the digit that it has. */
const withNewId = (entry: LogEntry): LogEntry => ({
  ...entry,
  id: `${entry.id.padEnd(8, '0')}-0000-4000-8000-${String(++created).padStart(12, '0')}`,
})

type Step =
  | {
      readonly kind: 'store' | 'store-as-before'
      readonly who: 'guest' | 'account'
      readonly entries: readonly LogEntry[]
    }
  | { readonly kind: 'undo'; readonly who: 'guest' | 'account'; readonly nth: number; readonly stray: boolean }
  | { readonly kind: 'repeat'; readonly nth: number }
  | { readonly kind: 'retention'; readonly who: 'guest' | 'account'; readonly retention: number }
  | { readonly kind: 'pass'; readonly who: 'guest' | 'account'; readonly daysAgo: number }
  | { readonly kind: 'adopt' | 'restart' }
const who = fc.constantFrom('guest' as const, 'account' as const)
const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('store' as const),
      who,
      entries: fc.array(arbitraryEntry, { minLength: 1, maxLength: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('store-as-before' as const),
      who,
      entries: fc.array(arbitraryEntry, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const), who, nth: fc.nat(), stray: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('repeat' as const), nth: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('retention' as const),
      who,
      retention: fc.constantFrom(0.8, 0.9, 0.95),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), who, daysAgo: fc.integer({ max: 40, min: 0 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('adopt' as const, 'restart' as const) }) },
)

test('stored item states are what a replay of the whole log gives after every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryStep, { minLength: 1, maxLength: 12 }), async (steps) => {
      const account = await createLearner(db, newId(), false)
      let guest = await createLearner(db, newId())
      let from = db
      const restart = async (): Promise<void> => {
        if (from !== db) await from.$disconnect()
        from = await connect(url)
      }
      const sent: { learnerId: string; entry: LogEntry }[] = []
      for (const step of steps) {
        const learnerId = 'who' in step && step.who === 'guest' ? guest : account
        const store = async (entries: readonly LogEntry[]) => {
          await storeEntries(from, learnerId, entries, now)
          sent.push(...entries.map((entry) => ({ learnerId, entry })))
        }
        if (step.kind === 'store') await store(step.entries.map(withNewId))
        if (step.kind === 'store-as-before') {
          await storeAsBefore(learnerId, step.entries.map(withNewId))
          await restart() // an older version ran; this one starts after it
        }
        if (step.kind === 'undo') {
          const undone = sent[step.nth % Math.max(1, sent.length)]?.entry
          const id = newId()
          const at = now.getTime() - (step.nth % 5) * DAY_MS
          // also of what is not there yet, and of what another item's undo names
          const entry = undone?.id ?? newId()
          await store([{ kind: 'undo', id, at, item: step.stray || !undone ? 'one/b' : undone.item, entry }])
        }
        if (step.kind === 'repeat') {
          const again = sent[step.nth % Math.max(1, sent.length)]
          if (again) await storeEntries(from, again.learnerId === account ? account : guest, [again.entry], now)
        }
        if (step.kind === 'retention')
          await storeReviewPlan(from, learnerId, { ...DEFAULT_PLAN, retention: step.retention }, now)
        if (step.kind === 'pass') {
          const at = new Date(now.getTime() - step.daysAgo * DAY_MS)
          await storeGradedAnswers(from, learnerId, [{ exercise: 'ex-one', at, outcome: 'passed' }])
        }
        if (step.kind === 'restart') await restart()
        if (step.kind === 'adopt') {
          await adoptGuest(from, { guest, account }, { newId, now })
          guest = await createLearner(db, newId())
        }
        for (const id of [guest, account]) await expectAgreement(id, from)
      }
    }),
    { numRuns: 30 },
  )
})
