import { layerNorm } from './layer-norm.ts'
import { add, type Matrix } from './matrix.ts'
import { rmsNorm } from './rms-norm.ts'

/** Rows of one width, one a token: what flows through a Transformer. */
export type Tokens = Matrix

/** A norm and its learned vectors. */
export type Norm =
  | {
      readonly kind: 'layer'
      readonly gain: readonly number[]
      readonly bias?: readonly number[]
      readonly eps?: number
    }
  | { readonly kind: 'rms'; readonly gain: readonly number[]; readonly eps?: number }

/**
 * A part of a layer inside its residual connection: norm(X + f(X)), or X + f(norm(X)) with the norm first.
 *
 * @param X  n × dModel
 * @param f  attention or feed-forward, n × dModel to n × dModel
 * @param norm  the norm and where it stands: 'post' as in the original, 'pre' as in GPT-2 and after
 * @returns n × dModel
 * @throws RangeError when f changes the shape, or gain or bias have not the width
 * @complexity that of f, and O(n·dModel)
 * @see Xiong et al. 2020, figure 1
 */
export function sublayer(X: Tokens, f: (X: Tokens) => Tokens, norm: Norm, order: 'pre' | 'post'): number[][] {
  return order === 'pre' ? add(X, f(normalise(X, norm))) : normalise(add(X, f(X)), norm)
}

/**
 * Each token normalised over its features.
 *
 * @param X  n × dModel
 * @returns n × dModel
 * @throws RangeError when gain or bias have not the tokens' width
 * @complexity O(n·dModel)
 * @see Ba et al. 2016; Zhang & Sennrich 2019
 */
export function normalise(X: Tokens, norm: Norm): number[][] {
  switch (norm.kind) {
    case 'layer':
      return X.map((x) => layerNorm(x, norm.gain, norm.bias, norm.eps))
    case 'rms':
      return X.map((x) => rmsNorm(x, norm.gain, norm.eps))
  }
}
