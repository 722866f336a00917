import { assertEqualSizes } from './shape.ts'

/** A normalised vector with the statistics it was normalised by. */
export interface LayerNormSteps {
  readonly mean: number
  /** 1/√(variance + ε). */
  readonly inverseDeviation: number
  readonly output: number[]
}

/**
 * LayerNorm of one token over its features: (x − mean) / √(variance + ε)·gain + bias.
 *
 * The variance divides by d, not d − 1.
 *
 * @param x  d numbers
 * @param gain  d numbers, ones if absent
 * @param bias  d numbers, zeros if absent
 * @param eps  inside the root, 1e-5 by default
 * @returns d numbers
 * @throws RangeError when x is empty, or gain or bias have another length
 * @complexity O(d)
 * @see Ba et al. 2016, equation 4
 */
export function layerNorm(
  x: readonly number[],
  gain?: readonly number[],
  bias?: readonly number[],
  eps = 1e-5,
): number[] {
  return layerNormSteps(x, gain, bias, eps).output
}

/**
 * LayerNorm with mean and inverse deviation, as a backward pass needs them.
 *
 * @param x  d numbers
 * @returns mean, 1/√(variance + ε) and the d normalised numbers
 * @throws RangeError when x is empty, or gain or bias have another length
 * @complexity O(d)
 * @see Ba et al. 2016, equation 4
 */
export function layerNormSteps(
  x: readonly number[],
  gain?: readonly number[],
  bias?: readonly number[],
  eps = 1e-5,
): LayerNormSteps {
  if (x.length === 0) throw new RangeError('there is nothing to normalise: the vector is empty')
  if (gain) assertEqualSizes('the width of the token', x.length, 'of the gain', gain.length)
  if (bias) assertEqualSizes('the width of the token', x.length, 'of the bias', bias.length)
  const mean = x.reduce((a, b) => a + b, 0) / x.length
  const variance = x.reduce((a, b) => a + (b - mean) ** 2, 0) / x.length
  const inverseDeviation = 1 / Math.sqrt(variance + eps)
  const output = x.map((v, c) => (v - mean) * inverseDeviation * (gain?.[c] ?? 1) + (bias?.[c] ?? 0))
  return { mean, inverseDeviation, output }
}
