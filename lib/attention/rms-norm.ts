import { assertEqualSizes } from './shape.ts'

/**
 * RMSNorm of one token over its features: x / √(mean x² + ε)·gain. No mean is subtracted, there is no bias.
 *
 * @param x  d numbers
 * @param gain  d numbers, ones if absent
 * @param eps  inside the root, 1e-5 by default
 * @returns d numbers
 * @throws RangeError when x is empty, or the gain has another length
 * @complexity O(d)
 * @see Zhang & Sennrich 2019, equation 4
 */
export function rmsNorm(x: readonly number[], gain?: readonly number[], eps = 1e-5): number[] {
  if (x.length === 0) throw new RangeError('there is nothing to normalise: the vector is empty')
  if (gain) assertEqualSizes('the width of the token', x.length, 'of the gain', gain.length)
  const meanSquare = x.reduce((a, b) => a + b * b, 0) / x.length
  const by = 1 / Math.sqrt(meanSquare + eps)
  return x.map((v, c) => v * by * (gain?.[c] ?? 1))
}
