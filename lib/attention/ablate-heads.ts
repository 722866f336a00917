import { mergeHeads } from './heads.ts'
import type { Matrix } from './matrix.ts'
import { assertEqualSizes } from './shape.ts'

/**
 * Heads merged as before Wo, the pruned ones as zeros in their place. Nothing is rescaled.
 *
 * @param heads  [heads][n][w]
 * @param keep  one entry per head, false = pruned
 * @returns n × (heads·w)
 * @throws RangeError when `keep` has not one entry per head
 * @complexity O(n·heads·w)
 * @see Michel et al. 2019
 */
export function ablateHeads(heads: readonly Matrix[], keep: readonly boolean[]): number[][] {
  assertEqualSizes('the number of heads', heads.length, 'of entries of keep', keep.length)
  return mergeHeads(heads.map((head, h) => (keep[h] ? head : head.map((row) => row.map(() => 0)))))
}
