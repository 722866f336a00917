import { assertEqualSizes, assertMatrix } from './shape.ts'

/** Rows of numbers: n tokens, each of one width. */
export type Matrix = readonly (readonly number[])[]

/**
 * Dot product of two vectors: Σᵢ aᵢ·bᵢ.
 *
 * @param a  d numbers
 * @param b  d numbers
 * @returns one number
 * @throws RangeError when the vectors differ in length
 * @complexity d multiply-adds
 */
export function dot(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) assertEqualSizes('the length of the first vector', a.length, 'of the second', b.length)
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/**
 * Matrix product A·B: entry (i, j) is row i of A times column j of B.
 *
 * @param A  n × m
 * @param B  m × p
 * @returns n × p
 * @throws RangeError when A has not as many columns as B has rows, or one of them is empty or ragged
 * @complexity n·m·p multiply-adds
 */
export function matmul(A: Matrix, B: Matrix): number[][] {
  const a = assertMatrix('the left matrix', A)
  const b = assertMatrix('the right matrix', B)
  assertEqualSizes('the columns of the left matrix', a.columns, 'the rows of the right one', b.rows)
  return A.map((row) => weightedSum(row, B))
}

/**
 * Linear map of every row, with a bias if there is one: X·W + b.
 *
 * @param X  n × m
 * @param W  m × p
 * @param b  p numbers, added to each row
 * @returns n × p
 * @throws RangeError when shapes do not fit
 * @complexity n·m·p multiply-adds
 * @see Vaswani et al. 2017, §3.2.2 (row vectors, weights on the right)
 */
export function linear(X: Matrix, W: Matrix, b?: readonly number[]): number[][] {
  const Y = matmul(X, W)
  if (!b) return Y
  assertEqualSizes('the columns of the weights', W[0]?.length ?? 0, 'the length of the bias', b.length)
  return Y.map((row) => row.map((y, c) => y + (b[c] as number)))
}

/**
 * Sum of two matrices, entry by entry: the residual connection.
 *
 * @param A  n × m
 * @param B  n × m
 * @throws RangeError when the shapes differ
 * @complexity O(n·m)
 * @see He et al. 2016, equation 1
 */
export function add(A: Matrix, B: Matrix): number[][] {
  assertEqualSizes('the number of rows of the first matrix', A.length, 'of the second', B.length)
  return A.map((row, i) => {
    const other = B[i] as readonly number[]
    assertEqualSizes(`the width of row ${i} of the first matrix`, row.length, 'of the second', other.length)
    return row.map((a, c) => a + (other[c] as number))
  })
}

/**
 * Transpose: rows become columns.
 *
 * @param A  n × m
 * @returns m × n
 * @throws RangeError when A is empty or ragged
 * @complexity O(n·m)
 */
export function transpose(A: Matrix): number[][] {
  const { columns } = assertMatrix('the matrix', A)
  return Array.from({ length: columns }, (_, j) => A.map((row) => row[j] as number))
}

/**
 * Sum of rows, each times its weight: Σⱼ wⱼ·rowⱼ. With the weights of a softmax this is the average that attention
 * gives. Rows of weight 0 are not read, so that nothing behind a mask can leak, not even NaN.
 *
 * @param weights  n numbers
 * @param rows  n × d
 * @returns d numbers
 * @throws RangeError when there are not as many weights as rows
 * @complexity n·d multiply-adds
 * @see Vaswani et al. 2017, equation 1 (the product with V)
 */
export function weightedSum(weights: readonly number[], rows: Matrix): number[] {
  if (weights.length !== rows.length) assertEqualSizes('the number of weights', weights.length, 'of rows', rows.length)
  const sum = new Array<number>(rows[0]?.length ?? 0).fill(0)
  for (let j = 0; j < weights.length; j++) {
    const w = weights[j] as number
    if (w === 0) continue
    const row = rows[j] as readonly number[]
    for (let c = 0; c < sum.length; c++) sum[c] = (sum[c] as number) + w * (row[c] as number)
  }
  return sum
}
