import type { Matrix } from '#lib/grading/value.ts'

/** What a candidate may do otherwise in attention with a mask. */
export interface Masking {
  /** Factor on the dot products, of their width and the number of keys; 1/√d by default. */
  readonly scale?: (d: number, nK: number, dV: number) => number
  /** What becomes of a score that is seen, and of one that is hidden: −∞ by default. */
  readonly seen?: (s: number) => number
  readonly hidden?: (s: number) => number
  /** Softmax over all scores first; then hidden weights become 0, and what is left may be divided by its sum. */
  readonly afterwards?: 'zeroed' | 'renormalised'
  readonly weigh?: (scores: readonly number[]) => readonly number[]
  /** What is averaged: the values by default. */
  readonly what?: 'keys'
  /** A row that is −∞ throughout is NaN unless told. */
  readonly empty?: 'zeros'
}

/** Attention as candidates write it: which scores are hidden, and what becomes of them. */
export function maskedAttention(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  visible: (i: number, j: number) => boolean,
  how: Masking,
): number[][] {
  const { scale = (d: number) => 1 / Math.sqrt(d), seen = same, hidden = none, afterwards, what, empty } = how
  const { weigh = softmax } = how
  const mixed = what === 'keys' ? K : V
  const factor = scale(Q[0]?.length ?? 1, K.length, V[0]?.length ?? 1)
  return Q.map((q, i) => {
    const scores = K.map((k) => factor * q.reduce((sum, x, c) => sum + x * (k[c] ?? 0), 0))
    const read = afterwards ? scores : scores.map((s, j) => (visible(i, j) ? seen(s) : hidden(s)))
    const all = weigh(read)
    const kept = afterwards ? all.map((w, j) => (visible(i, j) ? w : 0)) : all
    const weights = afterwards === 'renormalised' ? renormalised(kept) : kept
    const row = (mixed[0] ?? []).map((_, c) => weights.reduce((sum, w, j) => sum + w * (mixed[j]?.[c] ?? 0), 0))
    return empty && scores.every((_, j) => !visible(i, j)) ? row.map(() => 0) : row
  })
}

const same = (s: number): number => s
const none = (): number => Number.NEGATIVE_INFINITY

/** The safe softmax of lesson 1, which knows nothing of −∞. */
export function softmax(scores: readonly number[]): number[] {
  const max = Math.max(...scores)
  return renormalised(scores.map((s) => Math.exp(s - max)))
}

/** Each of the weights over their sum. 0/0 is NaN. */
export function renormalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((w) => w / sum)
}
