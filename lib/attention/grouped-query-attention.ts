import { type AttentionOptions, type AttentionSteps, attentionSteps } from './attention.ts'
import type { Matrix } from './matrix.ts'
import { assertCount, assertEqualSizes } from './shape.ts'

/** The same options for every head, or those of query head i. */
export type HeadOptions = AttentionOptions | ((head: number) => AttentionOptions)

/**
 * Grouped-query attention: h query heads share g key/value heads; query head i reads head ⌊i / (h/g)⌋.
 *
 * g = h is multi-head attention, g = 1 is multi-query attention.
 *
 * @param Q  [h][nQ][d]
 * @param K  [g][nK][d]
 * @param V  [g][nK][dV]
 * @returns [h][nQ][dV]
 * @throws RangeError when g does not divide h, or shapes do not fit
 * @complexity h·nQ·nK·(d + dV) multiply-adds, as for h KV heads; the cache is h/g times smaller
 * @see Ainslie et al. 2023, §2.2; Shazeer 2019
 */
export function groupedQueryAttention(
  Q: readonly Matrix[],
  K: readonly Matrix[],
  V: readonly Matrix[],
  options: HeadOptions = {},
): number[][][] {
  return groupedQuerySteps(Q, K, V, options).map(({ output }) => output)
}

/**
 * Grouped-query attention with everything on the way, one entry per query head.
 *
 * @param Q  [h][nQ][d]
 * @param K  [g][nK][d]
 * @param V  [g][nK][dV]
 * @returns h times scores, masked scores, weights and output
 * @throws RangeError when g does not divide h, or shapes do not fit
 * @complexity h·nQ·nK·(d + dV) multiply-adds
 * @see Ainslie et al. 2023, §2.2
 */
export function groupedQuerySteps(
  Q: readonly Matrix[],
  K: readonly Matrix[],
  V: readonly Matrix[],
  options: HeadOptions = {},
): AttentionSteps[] {
  assertEqualSizes('the number of key heads', K.length, 'of value heads', V.length)
  return Q.map((q, i) => {
    const group = kvHeadIndex(i, Q.length, K.length)
    return attentionSteps(q, K[group] ?? [], V[group] ?? [], typeof options === 'function' ? options(i) : options)
  })
}

/**
 * The key/value head that query head i reads: ⌊i / (h/g)⌋.
 *
 * @param i  0 … h − 1
 * @returns 0 … g − 1
 * @throws RangeError when g does not divide h
 * @complexity O(1)
 * @see Ainslie et al. 2023, figure 2
 */
export function kvHeadIndex(i: number, queryHeads: number, kvHeads: number): number {
  assertCount('the number of KV heads', kvHeads)
  if (queryHeads % kvHeads !== 0) {
    throw new RangeError(`${queryHeads} query heads cannot share ${kvHeads} KV heads evenly: ${kvHeads} must divide it`)
  }
  return Math.floor(i / (queryHeads / kvHeads))
}
