import { softmax } from '#lib/attention/softmax.ts'
import { type FunctionMisconception, parametrize } from '#lib/grading/faulty-implementation.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'

/** @throws NotApplicable always: the shapes do not fit */
export function notApplicable(): never {
  throw new NotApplicable()
}

export type Rows = readonly (readonly number[])[]

export type AttentionArgs = [Q: Rows, K: Rows, V: Rows]
export type Wrong = FunctionMisconception<AttentionArgs>

/** Steps that a learner may get wrong. */
export interface AttentionOverrides {
  readonly scale?: (sizes: { readonly Q: Rows; readonly K: Rows; readonly V: Rows }) => number
  /** What queries are compared with. */
  readonly against?: (K: Rows, V: Rows) => Rows
  /** What becomes of the scaled score of a query and a key. */
  readonly score?: (s: number, q: readonly number[], k: readonly number[]) => number
  readonly weigh?: (S: Rows) => Rows
  /** What is mixed with the weights. */
  readonly mixed?: (K: Rows, V: Rows) => Rows
  readonly finish?: (out: number[][], Q: Rows, K: Rows) => number[][]
}

/** Attention as learners write it: NaN goes through. */
export const attending = parametrize<AttentionArgs, AttentionOverrides>((overrides) => (Q, K, V) => {
  const {
    scale = ({ Q }) => 1 / Math.sqrt(getWidth(Q)),
    against = (k) => k,
    score = (s) => s,
    finish = (out) => out,
  } = overrides
  const { weigh = (S) => S.map(safeSoftmax), mixed = (_k, v) => v } = overrides
  const keys = against(K, V)
  const S = scores(Q, keys, scale({ Q, K, V })).map((row, i) => row.map((s, j) => score(s, Q[i] ?? [], keys[j] ?? [])))
  return finish(
    weigh(S).map((w) => mix(w, mixed(K, V))),
    Q,
    K,
  )
})

export const getWidth = (rows: Rows): number => rows[0]?.length ?? 0

/** factor · q·row, as a learner's `dot(q, row)` has it: over the query's length, NaN where the row is shorter. */
export const scores = (Q: Rows, K: Rows, factor: number): number[][] =>
  Q.map((q) => K.map((k) => factor * q.reduce((s, x, i) => s + x * (k[i] ?? Number.NaN), 0)))

/** A softmax that lets NaN through, as a learner's does. */
export const safeSoftmax = (s: readonly number[]): number[] =>
  s.every(Number.isFinite) ? softmax(s) : s.map(() => Number.NaN)

/** Σⱼ wⱼ·rowⱼ, without skipping anything. */
export const mix = (w: readonly number[], rows: Rows): number[] =>
  Array.from({ length: getWidth(rows) }, (_, c) => w.reduce((s, x, j) => s + x * (rows[j]?.[c] ?? Number.NaN), 0))
