import { gelu, geluTanh } from './gelu.ts'
import { linear, type Matrix } from './matrix.ts'

export type Activation = 'relu' | 'gelu' | 'gelu-tanh'

export interface FeedForwardWeights {
  /** dModel × dFf */
  readonly W1: Matrix
  readonly b1?: readonly number[]
  /** dFf × dModel */
  readonly W2: Matrix
  readonly b2?: readonly number[]
}

/**
 * Feed-forward of each token alone: act(X·W₁ + b₁)·W₂ + b₂.
 *
 * @param X  n × dModel
 * @returns n × dModel
 * @throws RangeError when shapes do not fit, naming both
 * @complexity 2·n·dModel·dFf multiply-adds
 * @see Vaswani et al. 2017, equation 2
 */
export function feedForward(
  X: Matrix,
  { W1, b1, W2, b2 }: FeedForwardWeights,
  activation: Activation = 'relu',
): number[][] {
  const act = { relu: (x: number) => Math.max(0, x), gelu, 'gelu-tanh': geluTanh }[activation]
  return linear(
    linear(X, W1, b1).map((row) => row.map(act)),
    W2,
    b2,
  )
}
