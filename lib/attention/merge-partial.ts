import { assertEqualSizes } from './shape.ts'

/** Attention of one query over a part of the keys. */
export interface PartialAttention {
  /** Largest score of the part, −Infinity when it is empty. */
  readonly m: number
  /** Σ exp(s − m), 0 when the part is empty. */
  readonly l: number
  /** Output over this part alone, normalized by l: dV numbers. */
  readonly o: readonly number[]
}

/**
 * Attention over two parts of the keys from the attention over each: the l-weighted mean of their outputs.
 *
 * Associative and commutative, so blocks may be merged in any order, on any machine. The empty part is neutral.
 *
 * @returns the part that covers both; its arguments are not changed
 * @throws RangeError when the outputs differ in width
 * @complexity O(dV)
 * @see Dao et al. 2022, §3.1; Flash-Decoding merges in the same way
 */
export function mergePartials(a: PartialAttention, b: PartialAttention): PartialAttention {
  assertEqualSizes('the width of the first output', a.o.length, 'of the second', b.o.length)
  if (b.l === 0) return { ...a, o: [...a.o] }
  if (a.l === 0) return { ...b, o: [...b.o] }
  const m = Math.max(a.m, b.m)
  const la = a.l * Math.exp(a.m - m)
  const lb = b.l * Math.exp(b.m - m)
  const l = la + lb
  return { m, l, o: a.o.map((x, c) => (la * x + lb * (b.o[c] as number)) / l) }
}

/**
 * The part without keys: neutral in a merge.
 *
 * @param width  dV
 * @returns m = −∞, l = 0, o = dV zeros
 * @complexity O(dV)
 * @see Dao et al. 2022, Algorithm 1, line 2
 */
export function emptyPartial(width: number): PartialAttention {
  return { m: Number.NEGATIVE_INFINITY, l: 0, o: new Array<number>(width).fill(0) }
}

/**
 * Log-sum-exp of a part's scores: m + ln l, −Infinity when it is empty.
 *
 * @param part  of one query
 * @returns one number
 * @complexity O(1)
 * @see Dao 2023, §3.1
 */
export function partialLogSumExp({ m, l }: PartialAttention): number {
  return l === 0 ? Number.NEGATIVE_INFINITY : m + Math.log(l)
}
