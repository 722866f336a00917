import type { Matrix } from './matrix.ts'
import { assertCount, assertMatrix } from './shape.ts'

/**
 * Cuts every row into heads of equal width: head h gets columns h·w … (h + 1)·w − 1.
 *
 * @param X  n × (heads·w)
 * @param numHeads  how many, a divisor of the width
 * @returns [heads][n][w]
 * @throws RangeError when the heads do not divide the width
 * @complexity O(n·heads·w)
 * @see Vaswani et al. 2017, §3.2.2
 */
export function splitHeads(X: Matrix, numHeads: number): number[][][] {
  assertCount('the number of heads', numHeads)
  const { columns } = assertMatrix('the matrix', X)
  if (columns % numHeads !== 0) {
    throw new RangeError(`a width of ${columns} does not split into ${numHeads} heads: ${numHeads} must divide it`)
  }
  const w = columns / numHeads
  return Array.from({ length: numHeads }, (_, h) => X.map((row) => row.slice(h * w, (h + 1) * w)))
}

/**
 * Puts heads side by side again, in order: the inverse of `splitHeads`.
 *
 * @param heads  [heads][n][w]
 * @returns n × (heads·w)
 * @throws RangeError when heads differ in rows
 * @complexity O(n·heads·w)
 * @see Vaswani et al. 2017, §3.2.2
 */
export function mergeHeads(heads: readonly Matrix[]): number[][] {
  const [first] = heads
  if (!first) throw new RangeError('there is no head to merge')
  const odd = heads.findIndex((head) => head.length !== first.length)
  if (odd > 0) throw new RangeError(`head 0 has ${first.length} rows, head ${odd} has ${heads[odd]?.length}`)
  return first.map((_, i) => heads.flatMap((head) => head[i] ?? []))
}
