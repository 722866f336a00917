import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alibiAttention, alibiSlopes } from './alibi.ts'
import { attention } from './attention.ts'
import { dot } from './matrix.ts'
import { rope, ropeAt, ropeInterleaved, ropeRows } from './rope.ts'
import { rotate } from './rotate.ts'
import { arbitraryMatrix, distance, entry } from './testing/arbitrary-matrix.ts'

const pair = fc.array(entry, { minLength: 6, maxLength: 6 })
const position = fc.nat(2000)

test('products depend on the distance only, in both layouts', () => {
  fc.assert(
    fc.property(pair, pair, position, position, fc.nat(500), (q, k, m, n, shift) => {
      for (const turn of [rope, ropeInterleaved]) {
        const product = dot(turn(q, m), turn(k, n))
        expect(dot(turn(q, m + shift), turn(k, n + shift))).toBeCloseTo(product, 8)
      }
    }),
  )
})

test('lengths stay, and position 0 is the identity', () => {
  fc.assert(
    fc.property(pair, position, (x, pos) => {
      expect(dot(rope(x, pos), rope(x, pos))).toBeCloseTo(dot(x, x), 9)
      expect(distance(rope(x, 0), x)).toBe(0)
    }),
  )
})

test('the layouts are one rotation with the columns in another order', () => {
  fc.assert(
    fc.property(pair, position, (x, pos) => {
      const interleave = (y: number[]) => [0, 3, 1, 4, 2, 5].map((i) => y[i]!)
      expect(distance(ropeInterleaved(interleave(x), pos), interleave(rope(x, pos)))).toBeLessThan(1e-12)
    }),
  )
})

test('the first pair turns by pos radians, the others slower', () => {
  expect(distance(rope([1, 0], 1), [Math.cos(1), Math.sin(1)])).toBeLessThan(1e-15)
  expect(distance(ropeInterleaved([0, 0, 1, 0], 1, 100), [0, 0, Math.cos(0.1), Math.sin(0.1)])).toBeLessThan(1e-15)
})

test('a partial rotation leaves the rest, and rows turn by their own position', () => {
  expect(ropeAt([1, 0, 7, 8], 3, { width: 2 }).slice(2)).toEqual([7, 8])
  expect(
    ropeRows(
      [
        [1, 0],
        [1, 0],
      ],
      [5, 2],
    ),
  ).toEqual([rope([1, 0], 5), rope([1, 0], 2)])
})

test('widths that make no pairs are refused', () => {
  expect(() => rope([1, 2, 3], 1)).toThrow('a width of 3 does not split into pairs: it must be even')
  expect(() => rotate([1], [1], [0])).toThrow('a vector of 1 numbers has no 1 pairs')
  expect(() => ropeRows([[1, 2]], [])).toThrow('the number of rows is 1, of positions 0')
})

test('slopes fall geometrically; other counts take every second one of the next power', () => {
  expect(alibiSlopes(8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((h) => 2 ** -h))
  expect(alibiSlopes(6)).toEqual([2 ** -2, 2 ** -4, 2 ** -6, 2 ** -8, 2 ** -1, 2 ** -3])
  expect(alibiSlopes(1)).toEqual([2 ** -8])
})

test('ALiBi is causal attention with −slope·distance on each scaled score', () => {
  fc.assert(
    fc.property(arbitraryMatrix(4, 2), arbitraryMatrix(4, 2), arbitraryMatrix(4, 3), (Q, K, V) => {
      const bias = Q.map((_, i) => K.map((_, j) => (j > i ? Number.NEGATIVE_INFINITY : -(2 ** -8) * (i - j))))
      expect(distance(alibiAttention([Q], [K], [V]), [attention(Q, K, V, { bias })])).toBeLessThan(1e-12)
    }),
  )
})
