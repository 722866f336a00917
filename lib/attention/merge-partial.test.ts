import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logSumExp } from './log-softmax.ts'
import { emptyPart, logSumExpOf, mergePartial, type Part } from './merge-partial.ts'
import { onlineSoftmax } from './online-softmax.ts'
import { distance, entry } from './testing/arbitrary-matrix.ts'

const scores = fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 1, maxLength: 20 })
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ m: entry, l: fc.double({ min: 1, max: 9, noNaN: true }), o: fc.tuple(entry, entry) }),
  fc.constant(emptyPart(2)),
)
const flat = ({ m, l, o }: Part) => [m, l, ...o]

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
      const left = mergePartial(mergePartial(a, b), c)
      expect(distance(flat(left), flat(mergePartial(a, mergePartial(b, c))))).toBeLessThan(1e-9)
      expect(distance(flat(left), flat(mergePartial(c, mergePartial(b, a))))).toBeLessThan(1e-9)
    }),
  )
})

test('the empty part is neutral on either side, also against itself', () => {
  fc.assert(
    fc.property(part, (a) => {
      expect(mergePartial(a, emptyPart(2))).toEqual(a)
      expect(mergePartial(emptyPart(2), a)).toEqual(a)
    }),
  )
  expect(logSumExpOf(emptyPart(2))).toBe(Number.NEGATIVE_INFINITY)
})

test('parts of different widths are refused', () => {
  expect(() => mergePartial(emptyPart(2), emptyPart(3))).toThrow('the width of the first output is 2, of the second 3')
})
