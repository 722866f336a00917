import { expect, test } from 'vitest'
import { computeSessionEnd, readSessionLifetime } from './session-lifetime.ts'

const DAY_MS = 24 * 60 * 60_000
const day = (n: number) => new Date(n * DAY_MS)
const computeEnd = (createdDay: number, nowDay: number, isGuest = false, env = {}) =>
  computeSessionEnd({ createdAt: day(createdDay), isGuest }, readSessionLifetime(env), day(nowDay)).getTime() / DAY_MS

test('an account’s session slides by thirty days, and ends after a hundred and eighty', () => {
  expect(computeEnd(0, 0)).toBe(30)
  expect(computeEnd(0, 29)).toBe(59)
  expect(computeEnd(0, 160)).toBe(180)
  expect(computeEnd(0, 200)).toBe(180)
})

test('a guest’s lasts as long as browsers keep a cookie, and has no end but that', () => {
  expect(computeEnd(0, 0, true)).toBe(400)
  expect(computeEnd(0, 1000, true)).toBe(1400)
})

test('both can be set', () => {
  expect(computeEnd(0, 1, false, { SESSION_DAYS: '7', SESSION_MAX_DAYS: '7' })).toBe(7)
  expect(computeEnd(0, 0, false, { SESSION_DAYS: '' })).toBe(30)
})

test.each(['0', '-1', '1.5', 'a month', '401'])('“%s” days are refused by name', (text) =>
  expect(() => readSessionLifetime({ SESSION_DAYS: text })).toThrow(/^SESSION_DAYS must be a whole number of days/),
)
