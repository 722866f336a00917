import { expect, test } from 'vitest'
import { readGuestDays } from './guest-expiry.ts'

test.each([
  [undefined, 30],
  ['', 30],
  ['7', 7],
  [' 90 ', 90],
  ['0', 0],
  ['a month', 30],
])('GUEST_DAYS=%s is %i days', (GUEST_DAYS, days) => {
  expect(readGuestDays({ GUEST_DAYS })).toBe(days)
})
