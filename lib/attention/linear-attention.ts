import { dot, type Matrix, matmul, transpose, weightedSum } from './matrix.ts'
import { assertEqualSizes, assertQKVShapes } from './shape.ts'

/**
 * Feature map of linear attention: elu(x) + 1, that is x + 1 for x > 0 and eˣ otherwise. Always positive.
 *
 * @param x  any number
 * @returns a number > 0
 * @complexity O(1)
 * @see Katharopoulos et al. 2020, equation 7
 */
export function eluPlusOne(x: number): number {
  return x > 0 ? x + 1 : Math.exp(x)
}

/**
 * Linear attention: φ(q)·(φ(K)ᵀV) / φ(q)·Σφ(k). The product re-associates, so no n × n matrix is made.
 *
 * @param Q  nQ × d, no 1/√d
 * @param K  nK × d
 * @param V  nK × dV
 * @returns nQ × dV
 * @throws RangeError when shapes do not fit, naming both
 * @complexity (nQ + nK)·d·dV multiply-adds
 * @see Katharopoulos et al. 2020, equation 5
 */
export function linearAttention(Q: Matrix, K: Matrix, V: Matrix): number[][] {
  assertQKVShapes(Q, K, V)
  const phiK = features(K)
  const S = matmul(transpose(phiK), V)
  const z = columnSums(phiK)
  return features(Q).map((q) => normalised(weightedSum(q, S), dot(q, z)))
}

/**
 * Causal linear attention, parallel form: the n × n products φ(qᵢ)·φ(kⱼ), the future set to 0, rows normalised.
 *
 * The form to train with inside a chunk, and the one that shows what the recurrence computes.
 *
 * @returns n × dV, equal to `causalLinearAttention`
 * @throws RangeError when there are not as many queries as keys, or shapes do not fit
 * @complexity n²·(d + dV) multiply-adds
 * @see Katharopoulos et al. 2020, equation 8
 */
export function causalLinearAttentionParallel(Q: Matrix, K: Matrix, V: Matrix): number[][] {
  const { nQ, nK } = assertQKVShapes(Q, K, V)
  assertEqualSizes('the number of queries', nQ, 'of keys', nK)
  const phiK = features(K)
  return features(Q).map((q, i) => {
    const weights = phiK.map((k, j) => (j <= i ? dot(q, k) : 0))
    return normalised(
      weightedSum(weights, V),
      weights.reduce((a, b) => a + b, 0),
    )
  })
}

function features(X: Matrix): number[][] {
  return X.map((row) => row.map(eluPlusOne))
}

function columnSums(X: Matrix): number[] {
  return weightedSum(
    X.map(() => 1),
    X,
  )
}

function normalised(row: readonly number[], by: number): number[] {
  return row.map((x) => x / by)
}
