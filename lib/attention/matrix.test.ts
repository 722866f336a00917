import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, dot, linear, matmul, transpose, weightedSum } from './matrix.ts'
import { arbitraryMatrix, distance } from './testing/arbitrary-matrix.ts'

test('a dot product sums the products of entries', () => {
  expect(dot([1, 2, 3], [4, 5, 6])).toBe(32)
})

test('a matrix product is rows times columns', () => {
  expect(
    matmul(
      [[1, 2]],
      [
        [3, 4],
        [5, 6],
      ],
    ),
  ).toEqual([[13, 16]])
})

test('a transpose of a product is the product of the transposes, in reverse', () => {
  fc.assert(
    fc.property(arbitraryMatrix(3, 4), arbitraryMatrix(4, 2), (A, B) => {
      expect(distance(transpose(matmul(A, B)), matmul(transpose(B), transpose(A)))).toBeLessThan(1e-9)
    }),
  )
})

test('a linear map adds its bias to every row', () => {
  expect(linear([[1], [2]], [[10, 20]], [1, 2])).toEqual([
    [11, 22],
    [21, 42],
  ])
})

test('rows of weight 0 are not read, even when they hold NaN', () => {
  expect(weightedSum([0, 1], [[Number.NaN], [5]])).toEqual([5])
})

test('a residual sum keeps the shape', () => {
  expect(add([[1, 2]], [[3, 4]])).toEqual([[4, 6]])
})

test('shapes that do not fit are named in words', () => {
  expect(() => dot([1], [1, 2])).toThrow('the length of the first vector is 1, of the second 2: they must be equal')
  expect(() => matmul([[1, 2]], [[1, 2]])).toThrow(
    new RangeError('the columns of the left matrix is 2, the rows of the right one 1: they must be equal'),
  )
  expect(() => matmul([[1, 2], [3]], [[1], [2]])).toThrow(
    'the left matrix is ragged: row 0 has width 2, row 1 has width 1',
  )
  expect(() => transpose([])).toThrow('the matrix is empty')
  expect(() => linear([[1]], [[1, 2]], [1])).toThrow('the length of the bias 1')
})
