import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { LogEntry } from '#lib/review/log.ts'
import { DEFAULT_PLAN } from '#lib/review/plan.ts'
import { replay } from '#lib/review/replay.ts'
import { adoptGuest } from './adopt-guest.ts'
import type { Database } from './database.ts'
import { LearnerNotFoundError } from './learner.ts'
import { reviewLog } from './review-log.ts'
import { reviewPlan, storeReviewPlan } from './review-plan.ts'
import { storeEntries } from './store-entries.ts'
import { createLearner, createTemporaryDatabase } from './temporary-database.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
})
afterAll(() => close())

let learner: string
beforeEach(async () => {
  learner = await createLearner(db, crypto.randomUUID())
})
const now = new Date('2026-06-10T12:00Z')
const review = (over: object = {}): LogEntry => ({
  kind: 'review',
  id: crypto.randomUUID(),
  item: 'a/b',
  rating: 3,
  ms: 4000,
  at: now.getTime() - 1000,
  ...over,
})
const store = (entries: LogEntry[], learnerId = learner) => storeEntries(db, learnerId, entries, now)

test('a log is read as it was stored', async () => {
  const [at, item] = [now.getTime() - 500, 'a/b']
  const first = review()
  const entries: LogEntry[] = [
    first,
    { kind: 'bury', id: crypto.randomUUID(), item, at, until: at + 9 },
    { kind: 'undo', id: crypto.randomUUID(), item, at: at + 1, entry: first.id },
    { kind: 'add', id: crypto.randomUUID(), item: 'lesson:a', at: at + 2 },
  ]
  expect(await store(entries)).toEqual({ stored: entries.map(({ id }) => id), conflicts: [] })
  expect(await reviewLog(db, learner)).toEqual(entries)
  expect(await reviewLog(db, learner, ['lesson:a'])).toEqual(entries.slice(3))
})

test('entries that are sent again are stored once; others under their ids are conflicts', async () => {
  const entry = review()
  await store([entry])
  expect(await store([entry])).toEqual({ stored: [entry.id], conflicts: [] })
  for (const other of [{ rating: 4 }, { ms: 1 }, { item: 'a/c' }, { at: entry.at - 1 }])
    expect(await store([{ ...entry, ...other } as LogEntry])).toEqual({ stored: [], conflicts: [entry.id] })
  const suspend: LogEntry = { kind: 'suspend', id: entry.id, item: entry.item, at: entry.at }
  expect((await store([suspend])).conflicts).toEqual([entry.id])
  expect(await reviewLog(db, learner)).toEqual([entry])
})

test('the memory before and after a review is that of the log up to it, also where it arrives late', async () => {
  const early = review({ at: now.getTime() - 5 * 86_400_000, rating: 4 })
  const late = review()
  await store([late])
  await store([early])
  const row = await db.review.findUniqueOrThrow({ where: { id: early.id } })
  const [first] = replay([early, late], [], 0.9).reviews
  expect([row.memoryBefore, row.memoryAfter]).toEqual([first?.before, first?.after])
})

test('that is told of each of many sent together, and of one that was undone', async () => {
  const day = (n: number, over = {}) => review({ at: now.getTime() - n * 86_400_000, ...over })
  const sent = [day(9), day(7, { rating: 1 }), day(6, { item: 'a/c' }), day(2, { rating: 4 }), day(1)]
  const undo: LogEntry = { kind: 'undo', id: crypto.randomUUID(), item: 'a/b', at: now.getTime(), entry: sent[1]!.id }
  await store([undo, ...sent])
  for (const entry of sent) {
    const until = sent.filter((other) => other.item === entry.item && other.at < entry.at && other.id !== undo.entry)
    const row = await db.review.findUniqueOrThrow({ where: { id: entry.id } })
    const last = replay([...until, entry], [], 0.9).reviews.at(-1)
    expect([row.memoryBefore, row.memoryAfter]).toEqual([last?.before, last?.after])
  }
})

test('of the same entries sent from several tabs at once each is stored once', async () => {
  const entries = [review(), review(), review()]
  const answers = await Promise.all([store(entries), store(entries), store([...entries].reverse())])
  for (const answer of answers) expect([answer.stored.length, answer.conflicts]).toEqual([3, []])
  expect(await reviewLog(db, learner)).toHaveLength(3)
})

test('a learner who is not there stores nothing', async () => {
  await expect(store([review()], 'nobody')).rejects.toBeInstanceOf(LearnerNotFoundError)
  await expect(storeReviewPlan(db, 'nobody', DEFAULT_PLAN, now)).rejects.toBeInstanceOf(LearnerNotFoundError)
})

test('an account has the reviews of its guest, and its own plan', async () => {
  const account = await createLearner(db, crypto.randomUUID(), false)
  const [guests, own] = [review(), review({ at: now.getTime() - 2000 })]
  await store([guests])
  await store([own], account)
  await storeReviewPlan(db, learner, { ...DEFAULT_PLAN, minutesPerDay: 10 }, now)
  await storeReviewPlan(db, account, { ...DEFAULT_PLAN, minutesPerDay: 45 }, now)
  await adoptGuest(db, { guest: learner, account }, { newId: () => crypto.randomUUID(), now })
  expect(await reviewLog(db, account)).toEqual([own, guests])
  expect((await reviewPlan(db, account)).minutesPerDay).toBe(45)
})

test('an account without a plan has its guest’s', async () => {
  const account = await createLearner(db, crypto.randomUUID(), false)
  await storeReviewPlan(db, learner, { ...DEFAULT_PLAN, deadline: '2026-12-14' }, now)
  await adoptGuest(db, { guest: learner, account }, { newId: () => crypto.randomUUID(), now })
  expect((await reviewPlan(db, account)).deadline).toBe('2026-12-14')
})
