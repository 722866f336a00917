import { expect, test } from 'vitest'
import { announceClock, formatClock, spentText } from './format-clock.ts'

test('a clock shows minutes and seconds, and zero only at the end', () => {
  expect(formatClock(872_000)).toBe('14:32')
  expect(formatClock(1)).toBe('0:01')
  expect(formatClock(-5000)).toBe('0:00')
  expect(spentText(91_999)).toBe('1:31')
})

test('the clock is read aloud at five minutes, at one, and at the end', () => {
  const minute = 60_000
  const calls = Array.from({ length: 601 }, (_, second) => announceClock(600_000 - second * 1000, 10 * minute))
  const changes = calls.filter((call, i) => call !== '' && call !== calls[i - 1])
  expect(changes).toEqual(['Five minutes left.', 'One minute left.', 'Time is up.'])
  expect(calls[300]).toBe('Five minutes left.')
  expect(calls[540]).toBe('One minute left.')
  expect(calls[600]).toBe('Time is up.')
})

test('a round that begins with five minutes or less is not told of them', () => {
  expect(announceClock(300_000, 300_000)).toBe('')
  expect(announceClock(60_000, 60_000)).toBe('')
})
