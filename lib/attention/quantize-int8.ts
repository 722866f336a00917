import { type Matrix, transpose } from './matrix.ts'

/** A vector in eight bits: x ≈ scale·q. */
export interface Quantized {
  /** Whole numbers in −127…127. */
  readonly q: number[]
  readonly scale: number
}

/**
 * Symmetric int8 quantisation of one vector: scale = max|x| / 127, q = round(x / scale).
 *
 * −128 is left unused, so that q and −q both exist. The error of an entry is at most scale/2.
 *
 * @param x  d finite numbers
 * @returns q and its scale; a zero vector has scale 0
 * @throws RangeError when an entry is not finite
 * @complexity O(d)
 * @see Dettmers et al. 2022, equation 1 (absmax)
 */
export function quantizeInt8(x: readonly number[]): Quantized {
  let max = 0
  for (const v of x) {
    if (!Number.isFinite(v)) throw new RangeError(`an entry is ${v}: only finite numbers can be quantised`)
    max = Math.max(max, Math.abs(v))
  }
  const scale = max / 127
  if (scale === 0) return { q: x.map(() => 0), scale: 0 }
  return { q: x.map((v) => Math.max(-127, Math.min(127, Math.round(v / scale))) + 0), scale }
}

/**
 * The vector that a quantised one stands for: scale·q.
 *
 * @param quantized  d whole numbers and their scale
 * @returns d numbers
 * @complexity O(d)
 * @see Dettmers et al. 2022, equation 1
 */
export function dequantize({ q, scale }: { readonly q: readonly number[]; readonly scale: number }): number[] {
  return q.map((v) => v * scale)
}

/**
 * Int8 quantisation with one scale per column: outlier channels, as keys have them, spoil no others.
 *
 * @param X  n × d
 * @returns q, n × d, and d scales
 * @throws RangeError when X is empty or ragged, or an entry is not finite
 * @complexity O(n·d)
 * @see Liu et al. 2024 (KIVI)
 */
export function quantizePerChannel(X: Matrix): { readonly q: number[][]; readonly scales: number[] } {
  const columns = transpose(X).map(quantizeInt8)
  return { q: transpose(columns.map(({ q }) => q)), scales: columns.map(({ scale }) => scale) }
}

/**
 * The matrix that a per-channel quantised one stands for: entry (t, c) is scales[c]·q[t][c].
 *
 * @param q  n × d whole numbers
 * @param scales  d numbers
 * @returns n × d
 * @complexity O(n·d)
 * @see Liu et al. 2024 (KIVI)
 */
export function dequantizePerChannel(q: Matrix, scales: readonly number[]): number[][] {
  return q.map((row) => row.map((v, c) => v * (scales[c] as number)))
}
