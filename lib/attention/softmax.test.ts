import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logSoftmax, logSumExp } from './log-softmax.ts'
import { softmax } from './softmax.ts'
import { distance } from './testing/arbitrary-matrix.ts'

const scores = fc.array(fc.double({ min: -1e5, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 12 })
const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0)

test('weights are not negative and sum to 1, whatever finite scores', () => {
  fc.assert(
    fc.property(scores, (row) => {
      const weights = softmax(row)
      expect(weights.every((w) => w >= 0)).toBe(true)
      expect(total(weights)).toBeCloseTo(1, 12)
    }),
  )
})

test('adding a number to all scores changes nothing', () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: -1000, max: 1000 }), (row, shift) => {
      expect(distance(softmax(row), softmax(row.map((s) => s + shift)))).toBeLessThan(1e-9)
    }),
  )
})

test('a masked score gets weight 0 and the others share the rest', () => {
  expect(softmax([0, Number.NEGATIVE_INFINITY, 0])).toEqual([0.5, 0, 0.5])
})

test('a row that may attend to nothing gives zeros, or NaN where one asks for it', () => {
  const nothing = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  expect(softmax(nothing)).toEqual([0, 0])
  expect(softmax(nothing, { fullyMaskedRows: 'nan' })).toEqual([Number.NaN, Number.NaN])
})

test('its argument is left as it was', () => {
  const row = [3, 1, 2]
  softmax(row)
  expect(row).toEqual([3, 1, 2])
})

test('what is no score is refused with its place', () => {
  expect(() => softmax([])).toThrow(new RangeError('there are no scores: a softmax needs at least one'))
  expect(() => softmax([1, Number.NaN])).toThrow('score 1 is NaN')
  expect(() => softmax([Number.POSITIVE_INFINITY, 1])).toThrow('score 0 is +Infinity')
})

test('the log-softmax is the logarithm of the softmax, and finite where that underflows', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1 }), (row) => {
      expect(distance(logSoftmax(row), softmax(row).map(Math.log))).toBeLessThan(1e-9)
    }),
  )
  expect(logSoftmax([0, -2000])).toEqual([0, -2000])
  expect(logSoftmax([Number.NEGATIVE_INFINITY])).toEqual([Number.NEGATIVE_INFINITY])
})

test('the log-sum-exp of n equal scores is the score plus ln n', () => {
  expect(logSumExp([1e5, 1e5])).toBeCloseTo(1e5 + Math.LN2, 9)
  expect(logSumExp([Number.NEGATIVE_INFINITY])).toBe(Number.NEGATIVE_INFINITY)
})
