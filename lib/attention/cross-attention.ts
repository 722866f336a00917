import { attention } from './attention.ts'
import { type Matrix, matmul } from './matrix.ts'

/**
 * Cross-attention: queries from X, keys and values from Y. The decoder asks, the encoder's output answers.
 *
 * @param X  nX × dX, the side that asks
 * @param Y  nY × dY, the side that is read
 * @param Wq  dX × d
 * @param Wk  dY × d
 * @param Wv  dY × dV
 * @returns nX × dV, one row per row of X
 * @throws RangeError when shapes do not fit, naming both
 * @complexity nX·dX·d + nY·dY·(d + dV) + nX·nY·(d + dV) multiply-adds
 * @see Vaswani et al. 2017, §3.2.3
 */
export function crossAttention(X: Matrix, Y: Matrix, Wq: Matrix, Wk: Matrix, Wv: Matrix): number[][] {
  return attention(matmul(X, Wq), matmul(Y, Wk), matmul(Y, Wv))
}

/**
 * Self-attention: queries, keys and values are three projections of the same tokens.
 *
 * @param X  n × dModel
 * @param Wq  dModel × d
 * @param Wk  dModel × d
 * @param Wv  dModel × dV
 * @returns n × dV
 * @throws RangeError when shapes do not fit, naming both
 * @complexity n·dModel·(2d + dV) + n²·(d + dV) multiply-adds
 * @see Vaswani et al. 2017, §3.2.3
 */
export function selfAttention(X: Matrix, Wq: Matrix, Wk: Matrix, Wv: Matrix): number[][] {
  return crossAttention(X, X, Wq, Wk, Wv)
}
