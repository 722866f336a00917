import { expect, test } from 'vitest'
import type { MemoryState } from '#lib/review/memory-state.ts'
import { formatInterval, formatWhen } from './format-interval.ts'

const memory = (over: Partial<MemoryState>): MemoryState => ({
  state: 'review',
  due: 0,
  stability: 1,
  difficulty: 5,
  scheduledDays: 0,
  step: 0,
  reps: 1,
  lapses: 0,
  ...over,
})
const MINUTE = 60_000

test.each([
  [{ state: 'learning', due: 10 * MINUTE }, '10\u202fmin'],
  [{ state: 'learning', due: 5 }, '1\u202fmin'],
  [{ state: 'relearning', due: 90 * MINUTE }, '2\u202fh'],
  [{ scheduledDays: 1 }, '1 day'],
  [{ scheduledDays: 6 }, '6 days'],
  [{ scheduledDays: 76 }, '2.5 months'],
  [{ scheduledDays: 370 }, '1 year'],
  [{ scheduledDays: 900 }, '2.5 years'],
] satisfies [Partial<MemoryState>, string][])('%j is said as %s', (over, words) => {
  expect(formatInterval(memory(over), 0)).toBe(words)
})

const now = Date.UTC(2026, 10, 24, 15, 0) // a Tuesday
test.each([
  [now + 30_000, 'in a minute'],
  [now + 12 * MINUTE, 'in 12 minutes'],
  [now + 100 * MINUTE, 'today at 4:40 PM'],
  [now + 13 * 60 * MINUTE, 'tomorrow'],
  [now + 4 * 1440 * MINUTE, 'on Saturday'],
  [now + 9 * 1440 * MINUTE, 'on December 3'],
])('%d is said as %s', (at, words) => {
  expect(formatWhen(at, now, 'UTC')).toBe(words)
})
