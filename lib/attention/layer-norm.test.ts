import fc from 'fast-check'
import { expect, test } from 'vitest'
import { erf, erfc } from './erf.ts'
import { feedForward } from './feed-forward.ts'
import { gelu, geluTanh } from './gelu.ts'
import { layerNorm, layerNormSteps } from './layer-norm.ts'
import { rmsNorm } from './rms-norm.ts'
import { silu, swiGLU } from './swiglu.ts'
import { distance, entry } from './testing/arbitrary-matrix.ts'

const token = fc.array(entry, { minLength: 2, maxLength: 8 })
const mean = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length

test('a normalised token has mean 0, and variance 1 but for ε', () => {
  fc.assert(
    fc.property(token, (x) => {
      const { output, inverseDeviation } = layerNormSteps(x, undefined, undefined, 1e-3)
      expect(mean(output)).toBeCloseTo(0, 9)
      const variance = inverseDeviation ** -2 - 1e-3
      expect(mean(output.map((y) => y * y))).toBeCloseTo(variance / (variance + 1e-3), 9)
    }),
  )
})

test('shifting a token does not change its LayerNorm, at any size', () => {
  expect(distance(layerNorm([1e6 + 1, 1e6 + 2, 1e6 + 3]), layerNorm([1, 2, 3]))).toBeLessThan(1e-9)
  expect(layerNorm([5, 5], [2, 2], [1, -1])).toEqual([1, -1])
})

test('RMSNorm divides by the root of the mean square and subtracts nothing', () => {
  expect(rmsNorm([3, 4], [2, 1], 0)).toEqual([6 / Math.sqrt(12.5), 4 / Math.sqrt(12.5)])
  expect(rmsNorm([0, 0])).toEqual([0, 0])
})

test('norms refuse vectors that do not fit', () => {
  expect(() => layerNorm([])).toThrow('there is nothing to normalise')
  expect(() => layerNorm([1], [1, 2])).toThrow('the width of the token is 1, of the gain 2')
  expect(() => rmsNorm([1], [1, 2])).toThrow('the width of the token is 1, of the gain 2')
})

test('the error function has its tabled values, and its complement keeps its digits', () => {
  expect(erf(0.5)).toBeCloseTo(0.5204998778130465, 15)
  expect(erf(-1)).toBeCloseTo(-0.8427007929497149, 15)
  expect(erf(3)).toBeCloseTo(0.9999779095030014, 15)
  expect(erfc(5) / 1.5374597944280349e-12).toBeCloseTo(1, 12)
  expect(erfc(2.5) / 4.069520174449589e-4).toBeCloseTo(1, 11)
  expect([erfc(30), erf(30), erfc(-30)]).toEqual([0, 1, 2])
})

test('GELU is x at the far right, 0 at the far left, and its tanh form stays close', () => {
  expect([gelu(0), gelu(40), Math.abs(gelu(-40))]).toEqual([0, 40, 0])
  expect(gelu(1)).toBeCloseTo(0.8413447460685429, 15)
  fc.assert(fc.property(entry, (x) => Math.abs(gelu(x) - geluTanh(x)) < 5e-4))
  expect([gelu(Number.NEGATIVE_INFINITY), geluTanh(Number.NEGATIVE_INFINITY)]).toEqual([0, 0])
})

test('a gated feed-forward multiplies silu of the gate with the other half', () => {
  expect(swiGLU([[2]], [[1]], [[3]], [[10]])).toEqual([[silu(2) * 6 * 10]])
})

test('a feed-forward works on each token alone', () => {
  const weights = { W1: [[1, -1]], b1: [0, 1], W2: [[1], [2]], b2: [5] }
  expect(feedForward([[3], [-3]], weights)).toEqual([[8], [13]])
})
