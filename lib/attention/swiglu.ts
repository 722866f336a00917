import { type Matrix, matmul } from './matrix.ts'

/** SiLU, also called swish: x·sigmoid(x). */
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
 * @see Shazeer 2020, equation 6
 * Complexity: 3·n·dModel·dFf multiply-adds.
 */
export function swiGLU(X: Matrix, Wg: Matrix, Wu: Matrix, Wd: Matrix): number[][] {
  const up = matmul(X, Wu)
  const hidden = matmul(X, Wg).map((row, i) => row.map((g, c) => silu(g) * (up[i]?.[c] as number)))
  return matmul(hidden, Wd)
}
