import { type FunctionMisconception, parametrize } from '#lib/grading/faulty-implementation.ts'
import type { Value } from '#lib/grading/value.ts'

export type Vector = readonly number[]
export interface Pieces {
  /** What stands for max|x|. */
  readonly top?: (x: Vector) => number
  /** Steps on each side. */
  readonly steps?: number
  readonly round?: (v: number) => number
  /** How q is kept. */
  readonly keep?: (q: number) => number
  readonly scale?: (scale: number, x: Vector) => number
  /** What a vector of zeros gives. */
  readonly zeros?: (x: Vector) => Quantised
  /** The way back. */
  readonly back?: (t: Quantised) => Value
}

/** Quantisation with pieces done otherwise. */
export function quantizing(pieces: Pieces) {
  const { top = largest, steps = 127, round = Math.round, keep = clip, scale = (s) => s } = pieces
  const { zeros = (x) => ({ q: x.map(() => 0), scale: 0 }) } = pieces
  return (x: Vector) => {
    if (isZero(x)) return zeros(x)
    const step = top(x) / steps
    return { q: x.map((v) => keep(round(v / step)) + 0), scale: scale(step, x) }
  }
}

export const largest = (x: Vector): number => x.reduce((m, v) => Math.max(m, Math.abs(v)), 0)
export const clip = (q: number): number => Math.max(-127, Math.min(127, q))
export const asIs = (q: number): number => q
/** As an Int8Array keeps it. */
export const wrap = (q: number): number => Int8Array.of(q)[0] ?? 0
export const isZero = (x: Vector): boolean => x.every((v) => v === 0)
export const mean = (x: Vector): number => x.reduce((a, b) => a + b, 0) / x.length

/** A type, not an interface: it is plain data. */
export type Quantised = { readonly q: Vector; readonly scale: number }

export const as = parametrize<readonly [x: Vector], Pieces>((pieces) => ({
  implementation: quantizing(pieces),
  ...(pieces.back && { otherFunctions: { dequantize: pieces.back } }),
}))

/** The same piece where q is clipped, kept as it is, and wrapped. */
export const inEveryKeeping = (pieces: Pieces) => [clip, asIs, wrap].map((keep) => as({ ...pieces, keep }))

/** A misunderstanding of this exercise. */
export type Wrong = FunctionMisconception<readonly [x: Vector]>
