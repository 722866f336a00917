import type { Matrix } from '#lib/grading/value.ts'

/**
 * Attention as candidates write it, for the misconceptions of this lesson: what the softmax reads of the scaled score
 * s of query i and key j is `read(s, i, j)`. A row that is −∞ throughout gives NaN.
 */
export function attendReading(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  read: (s: number, i: number, j: number) => number,
): number[][] {
  return attendWeighing(Q, K, V, (scores, i) => softmax(scores.map((s, j) => read(s, i, j))))
}

/** Attention whose weights are `weigh(scores, i)`; they need not sum to 1. */
export function attendWeighing(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  weigh: (scores: number[], i: number) => number[],
): number[][] {
  const scale = 1 / Math.sqrt(Q[0]?.length ?? 1)
  return Q.map((q, i) => {
    const weights = weigh(
      K.map((k) => scale * q.reduce((sum, x, c) => sum + x * (k[c] ?? 0), 0)),
      i,
    )
    return (V[0] ?? []).map((_, c) => weights.reduce((sum, w, j) => sum + w * (V[j]?.[c] ?? 0), 0))
  })
}

/** The safe softmax of lesson 1, which knows nothing of −∞. */
export function softmax(scores: readonly number[]): number[] {
  const max = Math.max(...scores)
  const exps = scores.map((s) => Math.exp(s - max))
  const sum = exps.reduce((a, b) => a + b, 0)
  return exps.map((e) => e / sum)
}

/** Each of the weights over their sum. 0/0 is NaN. */
export function renormalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((w) => w / sum)
}
