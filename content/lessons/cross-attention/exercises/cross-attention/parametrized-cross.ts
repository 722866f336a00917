import { type FunctionMisconception, parametrize, variants } from '#lib/grading/faulty-implementation.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { type AttentionOverrides, attend, getWidth, times } from '../../parametrized-attention.ts'

export type CrossArgs = readonly [X: Matrix, Y: Matrix, Wq: Matrix, Wk: Matrix, Wv: Matrix]
export type Wrong = FunctionMisconception<CrossArgs>

/** What a learner can project: the arguments, and the rows that ask and that answer. */
export interface Sides {
  readonly X: Matrix
  readonly Y: Matrix
  readonly Wq: Matrix
  readonly Wk: Matrix
  readonly Wv: Matrix
  readonly asks: Matrix
  readonly answers: Matrix
}
/** The sizes that a learner may take the scale from. */
export interface Sizes extends Sides {
  readonly Q: Matrix
  readonly K: Matrix
  readonly V: Matrix
}

/** Steps that a learner may get wrong. */
export interface Crossing {
  /** The rows that ask, X by default, and those that answer, Y by default. */
  readonly asking?: (X: Matrix, Y: Matrix) => Matrix
  readonly answering?: (X: Matrix, Y: Matrix) => Matrix
  readonly queries?: (sides: Sides) => Matrix
  readonly keys?: (sides: Sides) => Matrix
  readonly values?: (sides: Sides) => Matrix
  readonly scale?: (sizes: Sizes) => number
  readonly weigh?: AttentionOverrides['weigh']
  /** What becomes of the output. */
  readonly finish?: (out: number[][], sides: Sides) => number[][]
}

/** Cross-attention as learners write it. */
export const crossing = parametrize<CrossArgs, Crossing>((overrides) => (X, Y, Wq, Wk, Wv) => {
  const { asking = (x) => x, answering = (_, y) => y, finish = (out) => out, weigh } = overrides
  const { queries = projectQueries, keys = projectKeys, values = projectValues } = overrides
  const sides: Sides = { X, Y, Wq, Wk, Wv, asks: asking(X, Y), answers: answering(X, Y) }
  const [Q, K, V] = [queries(sides), keys(sides), values(sides)]
  const scale = overrides.scale?.({ ...sides, Q, K, V }) ?? 1 / Math.sqrt(getWidth(Q))
  return finish(attend(Q, K, V, { scale, ...(weigh && { weigh }) }), sides)
})

export const projectQueries = ({ asks, Wq }: Sides): Matrix => times(asks, Wq)
export const projectKeys = ({ answers, Wk }: Sides): Matrix => times(answers, Wk)
export const projectValues = ({ answers, Wv }: Sides): Matrix => times(answers, Wv)

/** All of these variants under one id. */
export function withVariants(
  first: Crossing | Wrong['implementation'],
  ...others: readonly (Crossing | Wrong['implementation'])[]
) {
  const toFaulty = (variant: Crossing | Wrong['implementation']) =>
    typeof variant === 'function' ? { implementation: variant } : crossing(variant)
  return variants(toFaulty(first), ...others.map(toFaulty))
}
