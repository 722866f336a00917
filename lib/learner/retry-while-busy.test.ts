import { expect, test, vi } from 'vitest'
import { isRead, retryWhileBusy } from './retry-while-busy.ts'

const BUSY = Object.assign(new Error('database is locked'), { rawCode: 5 })

/** A clock that only pauses move. */
function fakeTime() {
  const pauses: number[] = []
  const now = () => pauses.reduce((sum, ms) => sum + ms, 0)
  const pause = async (ms: number) => void pauses.push(ms)
  return { pauses, now, pause }
}

test('work that finds the database locked is done when it is free', async () => {
  const time = fakeTime()
  const work = vi.fn(async () => (time.pauses.length < 3 ? Promise.reject(BUSY) : 'done'))
  expect(await retryWhileBusy(work, { timeoutMs: 1000, ...time })).toBe('done')
  expect(work).toHaveBeenCalledTimes(4)
})

test('pauses grow, to a tenth of a second at most, and end with the time', async () => {
  const time = fakeTime()
  await expect(retryWhileBusy(() => Promise.reject(BUSY), { timeoutMs: 1000, ...time })).rejects.toBe(BUSY)
  expect(time.pauses.slice(0, 6)).toEqual([5, 10, 20, 40, 80, 100])
  expect(Math.max(...time.pauses)).toBe(100)
  expect(time.now()).toBeLessThanOrEqual(1000)
})

test('without time it is tried once', async () => {
  const work = vi.fn(() => Promise.reject(BUSY))
  await expect(retryWhileBusy(work, { timeoutMs: 0, ...fakeTime() })).rejects.toBe(BUSY)
  expect(work).toHaveBeenCalledTimes(1)
})

test('other errors are thrown at once', async () => {
  const work = vi.fn(() => Promise.reject(new Error('our bug')))
  await expect(retryWhileBusy(work, { timeoutMs: 1000, ...fakeTime() })).rejects.toThrow('our bug')
  expect(work).toHaveBeenCalledTimes(1)
})

test.each([
  'SELECT `main`.`user`.`updatedAt` FROM `main`.`user`',
  '\n  select 1',
  '\n  WITH graded AS MATERIALIZED (SELECT "at" FROM "Submission")\n  SELECT * FROM graded',
])('%s reads', (sql) => {
  expect(isRead(sql)).toBe(true)
})

test.each([
  'INSERT INTO `main`.`user` (`id`) VALUES (?) RETURNING `id`',
  'UPDATE `main`.`user` SET `name` = ?',
  'DELETE FROM `main`.`user`',
  'WITH old AS (SELECT 1) DELETE FROM "user" WHERE "id" IN (SELECT * FROM old)',
  'WITH old AS (SELECT 1)\nINSERT INTO "user" SELECT * FROM old',
  'PRAGMA user_version = 1',
  'BEGIN',
])('%s writes', (sql) => {
  expect(isRead(sql)).toBe(false)
})
