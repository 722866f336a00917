import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ablateHeads } from './ablate-heads.ts'
import { mergeHeads, splitHeads } from './heads.ts'
import { headEntropy, meanWeightAtOffset } from './mean-weight-at-offset.ts'
import { arbitraryMatrix, distance } from './testing/arbitrary-matrix.ts'

test('heads are slices of columns, and merging undoes splitting', () => {
  expect(
    splitHeads(
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
      2,
    ),
  ).toEqual([
    [
      [1, 2],
      [5, 6],
    ],
    [
      [3, 4],
      [7, 8],
    ],
  ])
  fc.assert(
    fc.property(arbitraryMatrix(3, 6), fc.constantFrom(1, 2, 3, 6), (X, h) => {
      expect(mergeHeads(splitHeads(X, h))).toEqual(X)
    }),
  )
})

test('heads that do not divide the width, or differ in rows, are refused', () => {
  expect(() => splitHeads([[1, 2, 3]], 2)).toThrow('a width of 3 does not split into 2 heads')
  expect(() => mergeHeads([[[1]], [[1], [2]]])).toThrow('head 0 has 1 rows, head 1 has 2')
})

test('a pruned head leaves zeros in its place', () => {
  expect(ablateHeads([[[1, 2]], [[3, 4]]], [false, true])).toEqual([[0, 0, 3, 4]])
  expect(() => ablateHeads([[[1]]], [])).toThrow('the number of heads is 1, of entries of keep 0')
})

test('the offset score is the mean mass where the position exists', () => {
  const weights = [
    [1, 0, 0],
    [0.5, 0.5, 0],
    [0, 0.25, 0.75],
  ]
  expect(meanWeightAtOffset(weights, -1)).toBeCloseTo((0.5 + 0.25) / 2, 15)
  expect(meanWeightAtOffset(weights, 0)).toBeCloseTo((1 + 0.5 + 0.75) / 3, 15)
  expect(meanWeightAtOffset(weights, 5)).toBe(0)
})

test('entropy is 0 for one token and ln n for all alike', () => {
  expect(
    headEntropy([
      [1, 0],
      [0, 1],
    ]),
  ).toBe(0)
  expect(distance(headEntropy([[0.25, 0.25, 0.25, 0.25]]), Math.log(4))).toBeLessThan(1e-15)
  expect(headEntropy([[0, 0]])).toBe(0)
})
