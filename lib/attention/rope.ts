import type { Matrix } from './matrix.ts'
import { type RotaryLayout, rotate } from './rotate.ts'
import { assertEqualSizes } from './shape.ts'

/** How vectors are rotated by position. */
export interface RopeOptions {
  readonly layout?: RotaryLayout
  /** Frequencies are base^(−2i/width). Default 10,000. */
  readonly base?: number
  /** How many leading entries are rotated, even. Default: all. */
  readonly width?: number
}

/**
 * Rotary position embedding, half-split pairs (i, i + d/2): pair i turns by pos·base^(−2i/d) radians.
 *
 * Lengths stay, and ⟨rope(q, m), rope(k, n)⟩ depends on m − n only.
 *
 * @param x  d numbers, d even
 * @param pos  position, 0 is the identity
 * @param base  10,000 by default
 * @returns d numbers; x is not changed
 * @throws RangeError when d is odd
 * @complexity O(d)
 * @see Su et al. 2021; the layout of GPT-NeoX and Hugging Face
 */
export function rope(x: readonly number[], pos: number, base = 10000): number[] {
  return ropeAt(x, pos, { base })
}

/**
 * Rotary position embedding, interleaved pairs (2i, 2i + 1): the paper's layout.
 *
 * @param x  d numbers, d even
 * @param pos  position, 0 is the identity
 * @returns d numbers; x is not changed
 * @throws RangeError when d is odd
 * @complexity O(d)
 * @see Su et al. 2021, equation 34
 */
export function ropeInterleaved(x: readonly number[], pos: number, base = 10000): number[] {
  return ropeAt(x, pos, { base, layout: 'interleaved' })
}

/**
 * Rotary position embedding of a sequence, each row by its own position id.
 *
 * @param X  n × d
 * @param positions  n position ids, in any order
 * @returns n × d
 * @throws RangeError when there is not one position a row, or the rotated width is odd
 * @complexity O(n·width)
 * @see Su et al. 2021
 */
export function ropeRows(X: Matrix, positions: readonly number[], options: RopeOptions = {}): number[][] {
  assertEqualSizes('the number of rows', X.length, 'of positions', positions.length)
  return X.map((x, t) => ropeAt(x, positions[t] as number, options))
}

/**
 * Rotary position embedding of one vector in either layout, whole or in part.
 *
 * @param x  d numbers
 * @returns d numbers; x is not changed
 * @throws RangeError when the rotated width is odd or above d
 * @complexity O(width)
 * @see Su et al. 2021, §3.2.2
 */
export function ropeAt(
  x: readonly number[],
  pos: number,
  { layout = 'half-split', base = 10000, width = x.length }: RopeOptions = {},
): number[] {
  if (width % 2 !== 0) throw new RangeError(`a width of ${width} does not split into pairs: it must be even`)
  const angles = Array.from({ length: width / 2 }, (_, i) => pos * base ** ((-2 * i) / width))
  return rotate(x, angles.map(Math.cos), angles.map(Math.sin), layout)
}
