import { groupedQueryAttention } from './grouped-query-attention.ts'
import type { Matrix } from './matrix.ts'
import { assertCount, assertEqualSizes } from './shape.ts'

/**
 * Slopes of ALiBi, one a head, falling geometrically: 2^(−8/H), 2^(−16/H), … for H a power of two.
 *
 * Otherwise those of the next lower power P, then the 1st, 3rd, 5th … of 2P.
 *
 * @param numHeads  H ≥ 1
 * @returns H slopes > 0
 * @throws RangeError when H is not a whole number ≥ 1
 * @complexity O(H)
 * @see Press et al. 2021, §3, and its code
 */
export function alibiSlopes(numHeads: number): number[] {
  assertCount('the number of heads', numHeads)
  const power = 2 ** Math.floor(Math.log2(numHeads))
  const of = (heads: number) => Array.from({ length: heads }, (_, h) => 2 ** ((-8 * (h + 1)) / heads))
  const between = of(2 * power).filter((_, h) => h % 2 === 0)
  return [...of(power), ...between.slice(0, numHeads - power)]
}

/**
 * Causal attention with linear biases: −slope·(i − j) is added to each scaled score, and nothing else tells position.
 *
 * @param Q  [h][n][d]
 * @param K  [h][n][d]
 * @param V  [h][n][dV]
 * @param slopes  h slopes, ALiBi's own by default
 * @returns [h][n][dV]
 * @throws RangeError when there is not one slope a head, or shapes do not fit
 * @complexity h·n²·(d + dV) multiply-adds
 * @see Press et al. 2021
 */
export function alibiAttention(
  Q: readonly Matrix[],
  K: readonly Matrix[],
  V: readonly Matrix[],
  slopes: readonly number[] = alibiSlopes(Q.length),
): number[][][] {
  assertEqualSizes('the number of heads', Q.length, 'of slopes', slopes.length)
  return groupedQueryAttention(Q, K, V, (h) => ({ causal: true, alibi: slopes[h] as number }))
}
