import { expect, test } from 'vitest'
import { RateLimiter } from './limits.ts'

const times = (n: number, rate: RateLimiter, now: number, key = 'ada') =>
  Array.from({ length: n }, () => rate.take(key, now))

test('a burst passes, then the answer says how long to wait', () => {
  const rate = new RateLimiter({ burst: 3, perMinute: 60 })
  expect(times(4, rate, 0)).toEqual([0, 0, 0, 1])
  expect(new RateLimiter({ burst: 1, perMinute: 2 }).take('ada', 0)).toBe(0)
})

test('the allowance comes back with time, up to the burst', () => {
  const rate = new RateLimiter({ burst: 2, perMinute: 6 })
  expect(times(3, rate, 0)).toEqual([0, 0, 10])
  expect(times(2, rate, 10_000)).toEqual([0, 10])
  expect(times(3, rate, 600_000)).toEqual([0, 0, 10])
})

test('several at once cost as many, and more than a burst a burst', () => {
  const rate = new RateLimiter({ burst: 10, perMinute: 60 })
  expect([rate.take('ada', 0, 8), rate.take('ada', 0, 8), rate.take('ada', 0, 2)]).toEqual([0, 6, 0])
  expect([rate.take('bob', 0, 99), rate.take('bob', 0)]).toEqual([0, 1])
})

test('learners do not share it', () => {
  const rate = new RateLimiter({ burst: 1, perMinute: 60 })
  expect([rate.take('ada', 0), rate.take('bob', 0), rate.take('ada', 0)]).toEqual([0, 0, 1])
})

test('it forgets whoever has been idle longest, so that memory is bounded', () => {
  const rate = new RateLimiter({ burst: 1, perMinute: 1 }, 2)
  rate.take('ada', 0)
  rate.take('bob', 0)
  rate.take('cora', 0)
  expect([rate.take('cora', 0), rate.take('ada', 0)]).toEqual([60, 0])
})
