import { assertEqualSizes } from './shape.ts'

/** Which entries make a pair: i with i + h (half-split), or 2i with 2i + 1 (interleaved). */
export type RotaryLayout = 'half-split' | 'interleaved'

/**
 * Rotates the pairs of a vector, each by its own angle: (a, b) → (a·cos − b·sin, a·sin + b·cos).
 *
 * The first 2h entries make h pairs; entries after them stay (partial rotation).
 *
 * @param x  d numbers, d ≥ 2h
 * @param cos  h numbers
 * @param sin  h numbers
 * @returns d numbers; x is not changed
 * @throws RangeError when cos and sin differ in length, or x has fewer than 2h entries
 * @complexity O(h)
 * @see Su et al. 2021, §3.2.2
 */
export function rotate(
  x: readonly number[],
  cos: readonly number[],
  sin: readonly number[],
  layout: RotaryLayout = 'half-split',
): number[] {
  assertEqualSizes('the number of cosines', cos.length, 'of sines', sin.length)
  const h = cos.length
  if (x.length < 2 * h) throw new RangeError(`a vector of ${x.length} numbers has no ${h} pairs to rotate`)
  const y = [...x]
  for (let i = 0; i < h; i++) {
    const [first, second] = layout === 'interleaved' ? [2 * i, 2 * i + 1] : [i, i + h]
    const a = x[first] as number
    const b = x[second] as number
    const c = cos[i] as number
    const s = sin[i] as number
    y[first] = a * c - b * s
    y[second] = a * s + b * c
  }
  return y
}
