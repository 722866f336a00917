import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classifySaturation, computeEntropy, largestSlope, scoreSpread, WIDTHS } from './score-spread.ts'

const spreads = scoreSpread('independent', 7)

test('the same seed gives the same scores', () => {
  expect(scoreSpread('independent', 7)).toEqual(spreads)
})

test('independent scores spread like √d, and the scale brings that back to 1', () => {
  expect(spreads.map(({ d }) => d)).toEqual([...WIDTHS])
  for (const { d, deviation, scaled } of spreads) {
    expect(deviation / Math.sqrt(d)).toBeGreaterThan(0.85)
    expect(deviation / Math.sqrt(d)).toBeLessThan(1.15)
    const square = scaled.reduce((sum, x) => sum + x * x, 0) / scaled.length
    expect(square).toBeCloseTo(deviation ** 2 / d, 1)
  }
})

test('without the scale the softmax of a wide head has saturated, with it it has not', () => {
  const widest = spreads.at(-1)
  expect(widest?.withoutScale.entropy).toBeLessThan(0.5)
  expect(widest?.withScale.entropy).toBeGreaterThan(4)
  expect(widest?.withoutScale.jacobian).toBeLessThan(0.02)
  expect(widest?.withScale.jacobian).toBeGreaterThan(0.08)
})

test('the unscaled softmax begins to saturate at width 64 and has saturated from width 256 on', () => {
  const saturation = Object.fromEntries(spreads.map((spread) => [spread.d, classifySaturation(spread)]))
  expect(saturation).toMatchObject({
    16: 'none',
    32: 'none',
    64: 'begun',
    128: 'begun',
    256: 'complete',
    512: 'complete',
  })
})

test('where queries and keys are correlated the scale does not keep the softmax soft', () => {
  const correlated = scoreSpread('correlated', 7)
  expect(correlated[0]?.withScale.entropy).toBeGreaterThan(4)
  expect(correlated.at(-1)?.withScale.entropy).toBeLessThan(2)
})

test('entropy is 0 for one key and log₂ n for n equal ones', () => {
  expect(computeEntropy([1, 0, 0])).toBe(0)
  expect(computeEntropy([0.25, 0.25, 0.25, 0.25])).toBe(2)
})

test('no entry of the Jacobian is larger than the one that is found, nor than ¼', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 }), (x) => {
      const sum = x.reduce((a, b) => a + b, 0)
      const p = x.map((v) => v / sum)
      const entries = p.flatMap((a, i) => p.map((b, j) => Math.abs(i === j ? a - a * b : -a * b)))
      expect(largestSlope(p)).toBeCloseTo(Math.max(...entries), 12)
      expect(largestSlope(p)).toBeLessThanOrEqual(0.25 + 1e-12)
    }),
  )
})
