import { type Matrix, weightedSum } from './matrix.ts'
import { createScorer, type ScoreOptions } from './scores.ts'
import { type SoftmaxOptions, softmax } from './softmax.ts'

export type AttentionOptions = ScoreOptions & SoftmaxOptions

/** Attention step by step: each is a matrix that a learner may have at this point. */
export interface AttentionSteps {
  /** nQ × nK, scaled, before softcap, bias and masks. */
  readonly scores: number[][]
  /** nQ × nK, as the softmax reads them: −Infinity where masked. */
  readonly masked: number[][]
  /** nQ × nK, rows with sum 1, or zeros where nothing may be attended to. */
  readonly weights: number[][]
  /** nQ × dV. */
  readonly output: number[][]
}

/**
 * Scaled dot-product attention: softmax(Q·Kᵀ / √d)·V, each row of the result an average of the values.
 *
 * Keeps one row of scores at a time. A query that may attend to nothing gives zeros.
 *
 * @param Q  nQ × d, the queries
 * @param K  nK × d, the keys
 * @param V  nK × dV, the values
 * @param options  scale, masks, bias, softcap, ALiBi, window; without them every query sees every key
 * @returns nQ × dV
 * @throws RangeError when shapes do not fit, naming both
 * @complexity nQ·nK·(d + dV) multiply-adds
 * @see Vaswani et al. 2017, equation 1
 */
export function attention(Q: Matrix, K: Matrix, V: Matrix, options: AttentionOptions = {}): number[][] {
  const { score, mask } = createScorer(Q, K, V, options)
  return Q.map((q, i) => weightedSum(softmax(mask(score(q), i), options), V))
}

/**
 * Attention with everything on the way: scores, masked scores, weights, output.
 *
 * @param Q  nQ × d
 * @param K  nK × d
 * @param V  nK × dV
 * @returns four matrices; the output is that of `attention`
 * @throws RangeError when shapes do not fit, naming both
 * @complexity nQ·nK·(d + dV) multiply-adds, 3·nQ·nK numbers kept
 * @see Vaswani et al. 2017, equation 1
 */
export function attentionSteps(Q: Matrix, K: Matrix, V: Matrix, options: AttentionOptions = {}): AttentionSteps {
  const { score, mask } = createScorer(Q, K, V, options)
  const scores = Q.map(score)
  const masked = scores.map((row, i) => [...mask(row, i)])
  const weights = masked.map((row) => softmax(row, options))
  const output = weights.map((row) => weightedSum(row, V))
  return { scores, masked, weights, output }
}
