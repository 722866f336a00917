import type { Matrix } from '#lib/grading/value.ts'
import { anyOf, candidate, type FunctionMisconception } from '#lib/grading/way.ts'
import { attend, type Otherwise, times, widthOf } from '../../candidate-attention.ts'

export type CrossArgs = readonly [X: Matrix, Y: Matrix, Wq: Matrix, Wk: Matrix, Wv: Matrix]
export type Wrong = FunctionMisconception<CrossArgs>

/** What a candidate has at hand when it projects: the arguments, and the rows that ask and that answer. */
export interface Sides {
  readonly X: Matrix
  readonly Y: Matrix
  readonly Wq: Matrix
  readonly Wk: Matrix
  readonly Wv: Matrix
  readonly asks: Matrix
  readonly answers: Matrix
}
/** The sizes that a candidate may take the scale from. */
export interface Sizes extends Sides {
  readonly Q: Matrix
  readonly K: Matrix
  readonly V: Matrix
}

/** What a candidate may do otherwise. */
export interface Crossing {
  /** The rows that ask, X by default, and those that answer, Y by default. */
  readonly asking?: (X: Matrix, Y: Matrix) => Matrix
  readonly answering?: (X: Matrix, Y: Matrix) => Matrix
  readonly queries?: (it: Sides) => Matrix
  readonly keys?: (it: Sides) => Matrix
  readonly values?: (it: Sides) => Matrix
  readonly scale?: (sizes: Sizes) => number
  readonly weigh?: Otherwise['weigh']
  /** What becomes of the output. */
  readonly finish?: (out: number[][], it: Sides) => number[][]
}

/** Cross-attention as candidates write it. */
export const crossing = candidate<CrossArgs, Crossing>((how) => (X, Y, Wq, Wk, Wv) => {
  const { asking = (x) => x, answering = (_, y) => y, finish = (out) => out, weigh } = how
  const { queries = queriesOf, keys = keysOf, values = valuesOf } = how
  const it: Sides = { X, Y, Wq, Wk, Wv, asks: asking(X, Y), answers: answering(X, Y) }
  const [Q, K, V] = [queries(it), keys(it), values(it)]
  const scale = how.scale?.({ ...it, Q, K, V }) ?? 1 / Math.sqrt(widthOf(Q))
  return finish(attend(Q, K, V, { scale, ...(weigh && { weigh }) }), it)
})

export const queriesOf = ({ asks, Wq }: Sides): Matrix => times(asks, Wq)
export const keysOf = ({ answers, Wk }: Sides): Matrix => times(answers, Wk)
export const valuesOf = ({ answers, Wv }: Sides): Matrix => times(answers, Wv)

/** Each of these ways under one id. */
export function oneOf(first: Crossing | Wrong['wrong'], ...others: readonly (Crossing | Wrong['wrong'])[]) {
  const way = (how: Crossing | Wrong['wrong']) => (typeof how === 'function' ? { wrong: how } : crossing(how))
  return anyOf(way(first), ...others.map(way))
}
