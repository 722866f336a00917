import { type FunctionMisconception, parametrize } from '#lib/grading/faulty-implementation.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import type { Matrix } from '#lib/grading/value.ts'

export type Sliding = readonly [Q: Matrix, K: Matrix, V: Matrix, window: number, sinks: number]

/** Whether a rule holds for query i and key j of n. */
export type Rule = (i: number, j: number, window: number, sinks: number, n: number) => boolean

/** A window as learners write it; steps that are left out are right. */
export interface SlidingOverrides {
  /** How often query i counts key j: `join` of the three rules, unless told. */
  readonly counts?: (...args: Parameters<Rule>) => number
  readonly window?: Rule
  readonly sink?: Rule
  readonly causal?: Rule
  readonly join?: (inWindow: boolean, isSink: boolean) => number
  readonly scale?: (d: number, dV: number, window: number, n: number) => number
  /** What a hidden score becomes. */
  readonly hidden?: number
  /** Scores of keys that are not there. */
  readonly phantom?: (window: number, sinks: number, i: number) => readonly number[]
  readonly shift?: (scores: readonly number[]) => number
  /** Softmax over these keys, of which the hidden ones are taken out afterwards. */
  readonly among?: Rule
  /** Whether what is left is divided by its sum then. */
  readonly again?: true
  /** What a row gives that sees nothing: NaN, unless told. */
  readonly empty?: 'zeros' | 'mean' | 'not-applicable'
  readonly what?: 'keys'
}

export const inWindow = (i: number, j: number, window: number): boolean => j <= i && i - j < window
export const visible = (i: number, j: number, window: number, sinks: number): boolean =>
  j <= i && (i - j < window || j < sinks)
/** Copies of a rule that says yes or no. */
export const when = (rule: Rule): SlidingOverrides => ({ counts: (...args) => (rule(...args) ? 1 : 0) })

/** How often each key counts, of a query of n. */
function createCounter({ counts, window = inWindow, sink = isSink, causal = isPast, join = either }: SlidingOverrides) {
  if (counts) return counts
  return (...at: Parameters<Rule>): number => (causal(...at) ? join(window(...at), sink(...at)) : 0)
}
const isSink: Rule = (_i, j, _window, sinks) => j < sinks
const isPast: Rule = (i, j) => j <= i
const either = (a: boolean, b: boolean): number => (a || b ? 1 : 0)

export const slidingWith = parametrize<Sliding, SlidingOverrides>(
  (overrides) =>
    (...args) =>
      attending(overrides, args),
)
/** Where a row sees nothing, what comes of it is a matter of style. */
export const orNotApplicable = (overrides: SlidingOverrides) => slidingWith({ ...overrides, empty: 'not-applicable' })
/** Rows that see nothing as zeros, where the plain softmax gives NaN. */
export const orZeros = (overrides: SlidingOverrides) => slidingWith({ ...overrides, empty: 'zeros' })

const computeMean = (rows: Matrix, c: number): number => rows.reduce((s, row) => s + (row[c] ?? 0), 0) / rows.length

export function attending(overrides: SlidingOverrides, [Q, K, V, window, sinks]: Sliding): number[][] {
  const { scale = (d: number) => 1 / Math.sqrt(d), hidden = Number.NEGATIVE_INFINITY, phantom = () => [] } = overrides
  const { shift = (scores: readonly number[]) => Math.max(...scores), among, again, empty, what } = overrides
  const n = K.length
  const factor = scale(Q[0]?.length ?? 1, V[0]?.length ?? 1, window, n)
  const counts = createCounter(overrides)
  const mixed = what === 'keys' ? K : V
  return Q.map((q, i) => {
    const seen = K.map((_, j) => counts(i, j, window, sinks, n))
    const scored = among ? K.map((_, j) => (among(i, j, window, sinks, n) ? 1 : 0)) : seen
    const scores = K.map((k, j) => (scored[j] ? factor * q.reduce((t, x, c) => t + x * (k[c] ?? 0), 0) : hidden))
    const more = phantom(window, sinks, i)
    const top = shift([...scores, ...more])
    const e = scores.map((s, j) => Math.exp(s - top) * (scored[j] || 1))
    const sum = [...e, ...more.map((s) => Math.exp(s - top))].reduce((a, b) => a + b, 0)
    const weights = e.map((x, j) => (among && !seen[j] ? 0 : x / sum))
    const left = again ? weights.reduce((a, b) => a + b, 0) : 1
    const row = (mixed[0] ?? []).map((_, c) => weights.reduce((t, w, j) => t + (w / left) * (mixed[j]?.[c] ?? 0), 0))
    if (empty === 'not-applicable' && seen.every((n) => n === 0)) throw new NotApplicable()
    return empty ? row.map((x, c) => (Number.isNaN(x) ? (empty === 'mean' ? computeMean(mixed, c) : 0) : x)) : row
  })
}

/** A misunderstanding of this exercise. */
export type Wrong = FunctionMisconception<Sliding>
