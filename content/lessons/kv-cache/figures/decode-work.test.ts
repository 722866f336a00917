import { expect, test } from 'vitest'
import { decodeSteps, total, WIDTH as width } from './decode-work.ts'

const steps = decodeSteps(3)

test('the same seed gives the same steps', () => {
  expect(decodeSteps(3)).toEqual(steps)
})

test('the cache changes no output', () => {
  for (const { difference } of steps) expect(difference).toBeLessThan(1e-12)
})

test('the newest row of the cache is the last row of the whole prefix', () => {
  for (const { weights, row } of steps) {
    const last = weights.at(-1) ?? []
    expect(row.length).toBe(last.length)
    for (const [j, w] of row.entries()) expect(w).toBeCloseTo(last[j] as number, 12)
  }
})

test('a cached step projects one token and attends over all: 3·d² and 2·n·d', () => {
  for (const [t, { cached }] of steps.entries())
    expect(cached).toEqual({ projections: 3 * width ** 2, attention: 2 * (t + 1) * width })
})

test('the whole prefix again costs 3·n·d² and n·(n + 1)·d', () => {
  for (const [t, { prefixAgain }] of steps.entries()) {
    const n = t + 1
    expect(prefixAgain).toEqual({ projections: 3 * n * width ** 2, attention: n * (n + 1) * width })
  }
})

test('in one layer alone, keys and values again cost (2·n + 1)·d² and no more attention', () => {
  for (const [t, { keysAgain, cached }] of steps.entries())
    expect(keysAgain).toEqual({ projections: (2 * (t + 1) + 1) * width ** 2, attention: cached.attention })
})

test('the first token costs the same in every way', () => {
  const [first] = steps
  expect(first && [total(first.keysAgain), total(first.prefixAgain)]).toEqual([
    first && total(first.cached),
    first && total(first.cached),
  ])
})
