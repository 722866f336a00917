import { softmax } from '#lib/attention/softmax.ts'
import { Unfit } from '#lib/grading/unfit.ts'
import { candidate, type FunctionMisconception } from '#lib/grading/way.ts'

/** @throws Unfit always: the shapes do not fit */
export function unfit(): never {
  throw new Unfit()
}

export type Rows = readonly (readonly number[])[]

export type AttentionArgs = [Q: Rows, K: Rows, V: Rows]
export type Wrong = FunctionMisconception<AttentionArgs>

/** What a candidate may do otherwise. */
export interface Otherwise {
  readonly scale?: (sizes: { readonly Q: Rows; readonly K: Rows; readonly V: Rows }) => number
  /** What queries are compared with. */
  readonly against?: (K: Rows, V: Rows) => Rows
  /** What becomes of the scaled score of a query and a key. */
  readonly score?: (s: number, q: readonly number[], k: readonly number[]) => number
  readonly weigh?: (S: Rows) => Rows
  /** What is mixed with the weights. */
  readonly mixed?: (K: Rows, V: Rows) => Rows
  readonly finish?: (out: number[][], Q: Rows) => number[][]
}

/** Attention as candidates write it: NaN goes through. */
export const attending = candidate<AttentionArgs, Otherwise>((how) => (Q, K, V) => {
  const {
    scale = ({ Q }) => 1 / Math.sqrt(widthOf(Q)),
    against = (k) => k,
    score = (s) => s,
    finish = (out) => out,
  } = how
  const { weigh = (S) => S.map(safeSoftmax), mixed = (_k, v) => v } = how
  const keys = against(K, V)
  const S = scores(Q, keys, scale({ Q, K, V })).map((row, i) => row.map((s, j) => score(s, Q[i] ?? [], keys[j] ?? [])))
  return finish(
    weigh(S).map((w) => mix(w, mixed(K, V))),
    Q,
  )
})

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
