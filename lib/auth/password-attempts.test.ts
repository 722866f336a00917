import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '#lib/learner/database.ts'
import { createTemporaryDatabase } from '#lib/learner/temporary-database.ts'
import {
  clearPasswordAttempts,
  computeWaitMs,
  MAX_FREE_FAILURES,
  MAX_WAIT_MS,
  prunePasswordAttempts,
  takePasswordAttempt,
} from './password-attempts.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await db.passwordAttempt.deleteMany()
})

const MINUTE = 60_000
const START = Date.UTC(2026, 0, 1)
const take = (afterMs: number, subject = 'ada') => takePasswordAttempt(db, subject, new Date(START + afterMs))
async function fail(times: number, subject = 'ada') {
  for (let i = 0; i < times; i++) expect(await take(i, subject)).toBe(0)
}

test('ten attempts are free, the eleventh waits a minute', async () => {
  await fail(MAX_FREE_FAILURES)
  expect(await take(10)).toBe(MINUTE - 1)
  expect(await take(MINUTE + 9)).toBe(0)
})

test('the wait grows with each failure, up to fifteen minutes', () => {
  expect([9, 10, 11, 12, 13, 14, 15, 1000].map((failures) => computeWaitMs(failures) / MINUTE)).toEqual([
    0, 1, 2, 4, 8, 15, 15, 15,
  ])
})

test('attempts during a wait don’t prolong it: nobody is locked out for good', async () => {
  await fail(MAX_FREE_FAILURES)
  for (let i = 0; i < 100; i++) expect(await take(100 + i)).toBeGreaterThan(0)
  expect(await take(MAX_FREE_FAILURES - 1 + MINUTE)).toBe(0)
  expect(MAX_WAIT_MS).toBe(15 * MINUTE)
})

test('the right password starts the count again', async () => {
  await fail(MAX_FREE_FAILURES - 1)
  await clearPasswordAttempts(db, 'ada')
  await fail(MAX_FREE_FAILURES)
  expect(await take(10)).toBeGreaterThan(0)
})

test('failures are forgotten a day later', async () => {
  await fail(MAX_FREE_FAILURES)
  const later = 25 * 60 * MINUTE
  for (let i = 0; i < MAX_FREE_FAILURES; i++) expect(await take(later + i)).toBe(0)
})

test('one subject does not wait for another', async () => {
  await fail(MAX_FREE_FAILURES)
  expect(await take(10, 'bob')).toBe(0)
})

test('of fifty parallel attempts no more are let through than of fifty in a row', async () => {
  const waits = await Promise.all(Array.from({ length: 50 }, () => take(0)))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(MAX_FREE_FAILURES)
})

test('rows are bounded: old ones go, and of too many the oldest', async () => {
  await take(0, 'old')
  for (let i = 0; i < 5; i++) await take(26 * 60 * MINUTE + i, `new ${i}`)
  expect(await db.passwordAttempt.count()).toBe(5)
  await prunePasswordAttempts(db, new Date(START + 26 * 60 * MINUTE), 3)
  const attempts = await db.passwordAttempt.findMany({ orderBy: { lastAttemptAt: 'asc' } })
  expect(attempts.map(({ subject }) => subject)).toEqual(['new 2', 'new 3', 'new 4'])
})
