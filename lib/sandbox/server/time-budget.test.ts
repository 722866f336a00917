import { expect, test } from 'vitest'
import { TimeBudget } from './time-budget.ts'

const budget = (maxKeys?: number) => new TimeBudget({ burstMs: 2000, perMinuteMs: 6000 }, maxKeys)

test('nothing is to wait for until the burst is used, then until enough has come back', () => {
  const times = budget()
  times.charge('ada', 1999, 0)
  expect(times.waitSeconds('ada', 0)).toBe(0)
  times.charge('ada', 501, 0)
  expect(times.waitSeconds('ada', 0)).toBe(5)
  expect(times.waitSeconds('ada', 4000)).toBe(1)
  expect(times.waitSeconds('ada', 5001)).toBe(0)
})

test('time comes back steadily, and never more than was used', () => {
  const times = budget()
  times.charge('ada', 1000, 0)
  expect(times.debtMs('ada', 5000)).toBe(500)
  expect(times.debtMs('ada', 60_000)).toBe(0)
  times.charge('ada', 1000, 60_000)
  expect(times.debtMs('ada', 60_000)).toBe(1000)
  expect(times.debtMs('ada', 0)).toBe(1000) // a clock that goes back gives nothing
})

test('keys do not share it', () => {
  const times = budget()
  times.charge('ada', 9000, 0)
  expect([times.waitSeconds('bob', 0), times.isNew('bob'), times.isNew('ada')]).toEqual([0, true, false])
})

test('memory is bounded: whoever was charged longest ago is forgotten', () => {
  const times = budget(2)
  for (const key of ['ada', 'bob', 'ada', 'cora']) times.charge(key, 1, 0)
  expect(['ada', 'bob', 'cora'].map((key) => times.isNew(key))).toEqual([false, true, false])
})
