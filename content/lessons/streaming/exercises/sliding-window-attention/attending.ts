import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'

export type Sliding = readonly [Q: Matrix, K: Matrix, V: Matrix, window: number, sinks: number]

/** A window as candidates write it. How often query i counts key j; what is left out is done right. */
export interface Ways {
  readonly counts?: (i: number, j: number, window: number, sinks: number, n: number) => number
  readonly scale?: (d: number, dV: number, window: number, n: number) => number
  /** What a hidden score becomes. */
  readonly hidden?: number
  /** Scores of keys that are not there. */
  readonly phantom?: (window: number, sinks: number, i: number) => readonly number[]
  readonly shift?: (scores: readonly number[]) => number
  /** Weights → what the values are weighed with. */
  readonly weigh?: (weights: readonly number[], seen: readonly number[]) => readonly number[]
}

export const inWindow = (i: number, j: number, window: number): boolean => j <= i && i - j < window
export const visible = (i: number, j: number, window: number, sinks: number): boolean =>
  j <= i && (i - j < window || j < sinks)
/** Copies of a rule that says yes or no. */
export const when = (rule: (i: number, j: number, window: number, sinks: number, n: number) => boolean): Ways => ({
  counts: (...args) => (rule(...args) ? 1 : 0),
})

export function attending(
  {
    counts = (i, j, window, sinks) => (visible(i, j, window, sinks) ? 1 : 0),
    scale = (d) => 1 / Math.sqrt(d),
    hidden = Number.NEGATIVE_INFINITY,
    phantom = () => [],
    shift = (scores) => Math.max(...scores),
    weigh = (weights) => weights,
  }: Ways,
  [Q, K, V, window, sinks]: Sliding,
): number[][] {
  const n = K.length
  const factor = scale(Q[0]?.length ?? 1, V[0]?.length ?? 1, window, n)
  return Q.map((q, i) => {
    const seen = K.map((_, j) => counts(i, j, window, sinks, n))
    const scores = K.map((k, j) => (seen[j] ? factor * q.reduce((t, x, c) => t + x * (k[c] ?? 0), 0) : hidden))
    const more = phantom(window, sinks, i)
    const top = shift([...scores, ...more])
    const e = scores.map((s, j) => Math.exp(s - top) * (seen[j] || 1))
    const sum = [...e, ...more.map((s) => Math.exp(s - top))].reduce((a, b) => a + b, 0)
    const weights = weigh(
      e.map((x) => x / sum),
      seen,
    )
    return (V[0] ?? []).map((_, c) => weights.reduce((t, w, j) => t + w * (V[j]?.[c] ?? 0), 0))
  })
}

export const as = (ways: Ways) => ({ wrong: (...args: Sliding) => attending(ways, args) })

/** Rows that see nothing as zeros, where the plain softmax gives NaN. */
export const orZeros = (ways: Ways) => ({
  wrong: (...args: Sliding) => attending(ways, args).map((row) => row.map((x) => (Number.isNaN(x) ? 0 : x))),
})

/** A misunderstanding of this exercise. */
export type Wrong = FunctionMisconception<Sliding>
