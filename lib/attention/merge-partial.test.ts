import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logSumExp } from './log-softmax.ts'
import { emptyPartial, mergePartials, type PartialAttention, partialLogSumExp } from './merge-partial.ts'
import { onlineSoftmax } from './online-softmax.ts'
import { distance, entry } from './testing/arbitrary-matrix.ts'

const scores = fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 1, maxLength: 20 })
const part: fc.Arbitrary<PartialAttention> = fc.oneof(
  fc.record({ m: entry, l: fc.double({ min: 1, max: 9, noNaN: true }), o: fc.tuple(entry, entry) }),
  fc.constant(emptyPartial(2)),
)
const flat = ({ m, l, o }: PartialAttention) => [m, l, ...o]

test('one pass finds the maximum and the normaliser that two passes find', () => {
  fc.assert(
    fc.property(scores, (xs) => {
      const { max, sum } = onlineSoftmax(xs.values())
      expect(max).toBe(Math.max(...xs))
      expect(max + Math.log(sum)).toBeCloseTo(logSumExp(xs), 9)
    }),
  )
})

test('an online softmax of nothing, or of masked scores only, is the empty state', () => {
  expect(onlineSoftmax([])).toEqual({ max: Number.NEGATIVE_INFINITY, sum: 0 })
  expect(onlineSoftmax([Number.NEGATIVE_INFINITY])).toEqual({ max: Number.NEGATIVE_INFINITY, sum: 0 })
  expect(() => onlineSoftmax([Number.NaN])).toThrow(RangeError)
})

test('merging is associative and commutative', () => {
  fc.assert(
    fc.property(part, part, part, (a, b, c) => {
      const left = mergePartials(mergePartials(a, b), c)
      expect(distance(flat(left), flat(mergePartials(a, mergePartials(b, c))))).toBeLessThan(1e-9)
      expect(distance(flat(left), flat(mergePartials(c, mergePartials(b, a))))).toBeLessThan(1e-9)
    }),
  )
})

test('the empty part is neutral on either side, also against itself', () => {
  fc.assert(
    fc.property(part, (a) => {
      expect(mergePartials(a, emptyPartial(2))).toEqual(a)
      expect(mergePartials(emptyPartial(2), a)).toEqual(a)
    }),
  )
  expect(partialLogSumExp(emptyPartial(2))).toBe(Number.NEGATIVE_INFINITY)
})

test('parts of different widths are refused', () => {
  expect(() => mergePartials(emptyPartial(2), emptyPartial(3))).toThrow(
    'the width of the first output is 2, of the second 3',
  )
})
