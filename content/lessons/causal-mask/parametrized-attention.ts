import type { Matrix } from '#lib/grading/value.ts'

/** Steps of attention with a mask that a learner may get wrong. */
export interface Masking {
  /** Factor on the dot products, of their width, the number of keys, the values’ width and the query; 1/√d by default. */
  readonly scale?: (d: number, nK: number, dV: number, i: number) => number
  /** What becomes of a score that is seen, and of one that is hidden: −∞ by default. */
  readonly seen?: (s: number) => number
  readonly hidden?: (s: number) => number
  /** Softmax over all scores first; then hidden weights become 0, and what is left may be divided by its sum. */
  readonly afterwards?: 'zeroed' | 'renormalised'
  /** What they are divided by then, of their sum and the sum of all exponentials. */
  readonly divisor?: (sum: number, exponentials: number) => number
  /** What is averaged: the values by default. */
  readonly what?: 'keys'
  /** What is subtracted from the scores: their maximum by default. */
  readonly shift?: (scores: readonly number[]) => number
  /** A row that sees nothing is NaN unless told; finite numbers instead of −∞ make it a mean. */
  readonly empty?: 'zeros' | 'mean'
}

/** Attention as learners write it: which scores are hidden, and what becomes of them. */
export function maskedAttention(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  visible: (i: number, j: number) => boolean,
  overrides: Masking,
): number[][] {
  const { scale = (d: number) => 1 / Math.sqrt(d), seen = same, hidden = none, afterwards, what, empty } = overrides
  const { shift = (scores: readonly number[]) => Math.max(...scores), divisor = same } = overrides
  const mixed = what === 'keys' ? K : V
  return Q.map((q, i) => {
    const factor = scale(Q[0]?.length ?? 1, K.length, V[0]?.length ?? 1, i)
    const scores = K.map((k) => factor * q.reduce((sum, x, c) => sum + x * (k[c] ?? 0), 0))
    const read = afterwards ? scores : scores.map((s, j) => (visible(i, j) ? seen(s) : hidden(s)))
    const by = shift(read)
    const e = read.map((s) => Math.exp(s - by))
    const exponentials = e.reduce((a, b) => a + b, 0)
    const all = e.map((x) => x / exponentials)
    const kept = afterwards ? all.map((w, j) => (visible(i, j) ? w : 0)) : all
    const left = kept.reduce((a, b) => a + b, 0)
    const weights = afterwards === 'renormalised' ? kept.map((w) => w / divisor(left, exponentials)) : kept
    const row = (mixed[0] ?? []).map((_, c) => weights.reduce((sum, w, j) => sum + w * (mixed[j]?.[c] ?? 0), 0))
    if (!empty || scores.some((_, j) => visible(i, j))) return row
    return row.map((_, c) => (empty === 'zeros' ? 0 : mixed.reduce((sum, v) => sum + (v[c] ?? 0), 0) / mixed.length))
  })
}

const same = (s: number): number => s
const none = (): number => Number.NEGATIVE_INFINITY

/** A finite number for hidden scores, and a maximum that is taken of the visible ones alone. */
export const finiteBelowVisibleMax = (score: number): Masking => ({
  hidden: () => score,
  shift: (scores) => Math.max(...scores.filter((s) => s !== score)),
})
