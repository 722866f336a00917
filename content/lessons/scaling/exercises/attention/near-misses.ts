import { softmax } from '#lib/attention/softmax.ts'

export type Rows = readonly (readonly number[])[]

export const widthOf = (rows: Rows): number => rows[0]?.length ?? 0

/** factor · q·row, as a learner's `dot(q, row)` has it: over the query's length, NaN where the row is shorter. */
export const scores = (Q: Rows, K: Rows, factor: number): number[][] =>
  Q.map((q) => K.map((k) => factor * q.reduce((s, x, i) => s + x * (k[i] ?? Number.NaN), 0)))

/** A softmax that lets NaN through, as a learner's does. */
export const safeSoftmax = (s: readonly number[]): number[] =>
  s.every(Number.isFinite) ? softmax(s) : s.map(() => Number.NaN)

/** Σⱼ wⱼ·rowⱼ, without skipping anything. */
export const mix = (w: readonly number[], rows: Rows): number[] =>
  Array.from({ length: widthOf(rows) }, (_, c) => w.reduce((s, x, j) => s + x * (rows[j]?.[c] ?? Number.NaN), 0))
