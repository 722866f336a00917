import { attention } from './attention.ts'
import type { Matrix } from './matrix.ts'

/**
 * Attention over the real tokens of a padded sequence: padding keys are hidden, from every query.
 *
 * What stands in the padding rows of K and V does not matter, as long as it is finite.
 *
 * @param Q  nQ × d
 * @param K  nK × d
 * @param V  nK × dV
 * @param keyMask  nK entries, true = a real token
 * @returns nQ × dV; zeros when no token is real
 * @throws RangeError when the mask has not one entry a key, or shapes do not fit
 * @complexity nQ·nK·(d + dV) multiply-adds
 * @see Vaswani et al. 2017, §3.2.3 (masks as −∞)
 */
export function paddedAttention(Q: Matrix, K: Matrix, V: Matrix, keyMask: readonly boolean[]): number[][] {
  return attention(Q, K, V, { keyMask })
}
