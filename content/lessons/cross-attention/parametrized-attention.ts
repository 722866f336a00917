import { NotApplicable } from '#lib/grading/not-applicable.ts'
import type { Matrix } from '#lib/grading/value.ts'

/** Steps between scores and output that a learner may get wrong. */
export interface AttentionOverrides {
  /** Factor on the dot products; 1/√(width of Q) by default. */
  readonly scale?: number
  /** Scores to weights; the softmax of each row by default. */
  readonly weigh?: (scores: readonly (readonly number[])[]) => readonly (readonly number[])[]
}

/**
 * Attention as learners write it, for the misconceptions of this lesson and those after it: NaN goes through.
 *
 * @throws NotApplicable when the shapes do not fit together
 */
export function attend(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  { scale, weigh = softmaxRows }: AttentionOverrides = {},
): number[][] {
  if (V.length !== K.length) throw new NotApplicable()
  return mix(weigh(computeScores(Q, K, scale ?? 1 / Math.sqrt(getWidth(Q)))), V)
}

/** factor · q·k for every query and key. */
export function computeScores(Q: Matrix, K: Matrix, factor: number): number[][] {
  if (getWidth(Q) !== getWidth(K)) throw new NotApplicable()
  return Q.map((q) => K.map((k) => factor * q.reduce((s, x, c) => s + x * (k[c] ?? 0), 0)))
}

/** Each row of the result mixes the rows of V. */
export function mix(weights: Matrix, V: Matrix): number[][] {
  if (weights.some((row) => row.length !== V.length)) throw new NotApplicable()
  return weights.map((row) => (V[0] ?? []).map((_, c) => row.reduce((s, w, j) => s + w * (V[j]?.[c] ?? 0), 0)))
}

/** A·B, NaN and all. */
export function times(A: Matrix, B: Matrix): number[][] {
  if (getWidth(A) !== B.length) throw new NotApplicable()
  return A.map((a) => (B[0] ?? []).map((_, c) => a.reduce((s, x, i) => s + x * (B[i]?.[c] ?? 0), 0)))
}

export const transposed = (A: Matrix): number[][] => (A[0] ?? []).map((_, c) => A.map((row) => row[c] ?? 0))

export const getWidth = (A: Matrix): number => A[0]?.length ?? 0

/** The safe softmax of lesson 1. */
export function softmax(scores: readonly number[]): number[] {
  const max = Math.max(...scores)
  const exps = scores.map((s) => Math.exp(s - max))
  const sum = exps.reduce((a, b) => a + b, 0)
  return exps.map((e) => e / sum)
}
export const softmaxRows = (S: Matrix): number[][] => S.map(softmax)

/** Softmax down the columns: the queries compete for a key. */
export const softmaxColumns = (S: Matrix): number[][] => transposed(transposed(S).map(softmax))

/** The triangle aligned at the top left, as for lengths that are equal. */
export const causalRows = (S: Matrix): number[][] =>
  S.map((row, i) => softmax(row.map((s, j) => (j <= i ? s : Number.NEGATIVE_INFINITY))))

/** The triangle aligned at the bottom right: the last query sees every key. A row with nothing visible is NaN. */
export const causalRowsFromTheEnd = (S: Matrix): number[][] =>
  S.map((row, i) => softmax(row.map((s, j) => (j <= i + row.length - S.length ? s : Number.NEGATIVE_INFINITY))))

/** One number for all: NaN where nothing is left. */
export const computeMean = (rows: Matrix): number[] =>
  (rows[0] ?? []).map((_, c) => rows.reduce((s, row) => s + (row[c] ?? 0), 0) / rows.length)
