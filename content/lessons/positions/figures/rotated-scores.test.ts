import { describe, expect, test } from 'vitest'
import { BASES, computeScores, findLargestGap } from './rotated-scores.ts'

describe('scores after RoPE', () => {
  for (const layouts of ['both half-split', 'both interleaved'] as const)
    test(`${layouts}: depend on the distance alone`, () => {
      for (const base of BASES)
        for (const start of [1, 40, 5000])
          expect(findLargestGap(computeScores(0, base, layouts), computeScores(start, base, layouts))).toBeLessThan(
            1e-9,
          )
    })

  test('mixed layouts: depend on the position too', () => {
    for (const base of BASES)
      expect(findLargestGap(computeScores(0, base, 'mixed'), computeScores(40, base, 'mixed'))).toBeGreaterThan(0.5)
  })

  test('are largest at distance 0, where query and key agree', () => {
    const scores = computeScores(7, 10_000, 'both half-split')
    expect(Math.max(...scores)).toBe(scores[0])
  })
})
