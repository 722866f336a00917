import { expect, test } from 'vitest'
import { describeDay, formatAgo, formatSpan } from './describe-day.ts'

test('a day is read with its weekday', () => {
  expect(describeDay(new Date('2026-11-26T12:00:00Z'))).toBe('Thursday, November 26')
})

test('how long ago is counted in days, not in hours', () => {
  const now = new Date('2026-11-26T01:00:00Z')
  expect(formatAgo(new Date('2026-11-18T23:00:00Z'), now)).toBe('Eight days before')
  expect(formatAgo(new Date('2026-11-25T23:00:00Z'), now)).toBe('The day before')
  expect(formatAgo(new Date('2026-11-26T00:10:00Z'), now)).toBe('Earlier that day')
})

test('a span is read in seconds, from two minutes on in minutes', () => {
  expect([1000, 50_000, 99_000, 240_000].map(formatSpan)).toEqual([
    'one second',
    '50 seconds',
    '99 seconds',
    'four minutes',
  ])
})
