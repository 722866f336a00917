import { type Matrix, matmul } from './matrix.ts'

/**
 * SiLU, also called swish: x·sigmoid(x).
 *
 * @param x  any number
 * @returns one number
 * @complexity O(1)
 * @see Hendrycks & Gimpel 2016, §2
 */
export function silu(x: number): number {
  return x / (1 + Math.exp(-x))
}

/**
 * Gated feed-forward of LLaMA: (silu(X·Wg) ⊙ X·Wu)·Wd, for each token alone.
 *
 * @param X  n × dModel
 * @param Wg  dModel × dFf, the gate
 * @param Wu  dModel × dFf
 * @param Wd  dFf × dModel
 * @returns n × dModel
 * @throws RangeError when shapes do not fit, naming both
 * @complexity 3·n·dModel·dFf multiply-adds
 * @see Shazeer 2020, equation 6
 */
export function swiGLU(X: Matrix, Wg: Matrix, Wu: Matrix, Wd: Matrix): number[][] {
  const up = matmul(X, Wu)
  const hidden = matmul(X, Wg).map((row, i) => row.map((g, c) => silu(g) * (up[i]?.[c] as number)))
  return matmul(hidden, Wd)
}
