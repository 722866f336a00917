import { expect, test } from 'vitest'
import { CONFIRMATION_WAIT_MS, readConfirmation } from './confirmation.ts'

const coded = { passed: false, confirmed: false, runs: 1, ms: 1, source: 'a', notes: '', checks: { passed: 0, all: 2 } }
const codedAt = new Date(0)
const read = (confirmed: boolean, now: number) => readConfirmation({ ...coded, confirmed }, codedAt, new Date(now))

test('a round waits ten minutes for the server’s verdict, then it has none', () => {
  expect(read(false, CONFIRMATION_WAIT_MS)).toBe('pending')
  expect(read(false, CONFIRMATION_WAIT_MS + 1)).toBe('missing')
  expect(readConfirmation(coded, undefined, new Date(1e12))).toBe('pending')
})

test('a verdict that comes later still counts', () => expect(read(true, 1e12)).toBe('confirmed'))
