import type { Matrix } from '#lib/grading/value.ts'
import { anyOf as anyWay, candidate } from '#lib/grading/way.ts'
import { attend, type Otherwise, times, widthOf } from '../../../cross-attention/candidate-attention.ts'
import { type Heads, merge, split } from '../../candidate-heads.ts'

export type LayerArgs = readonly [X: Matrix, Wq: Matrix, Wk: Matrix, Wv: Matrix, Wo: Matrix, numHeads: number]
type Code = (...args: LayerArgs) => number[][]

export interface Layer {
  readonly X: Matrix
  readonly Wq: Matrix
  readonly Wk: Matrix
  readonly Wv: Matrix
  readonly Wo: Matrix
}

/** What a candidate may do otherwise on the way through the layer. */
export interface LayerOtherwise {
  /** Queries, keys and values, n × (heads·w) each. */
  readonly queries?: (it: Layer) => Matrix
  readonly keys?: (it: Layer) => Matrix
  readonly values?: (it: Layer) => Matrix
  readonly cut?: (X: Matrix, heads: number) => Heads
  /** How the heads attend, all together. */
  readonly attending?: (Q: Heads, K: Heads, V: Heads) => Heads
  readonly scale?: (sizes: { readonly width: number; readonly heads: number; readonly n: number }) => number
  readonly weigh?: Otherwise['weigh']
  readonly join?: (heads: Heads) => Matrix
  readonly finish?: (joined: Matrix, it: Layer) => number[][]
}

/** Multi-head attention as candidates write it. */
const layer = candidate<LayerArgs, LayerOtherwise>((how) => (X, Wq, Wk, Wv, Wo, heads) => {
  const it = { X, Wq, Wk, Wv, Wo }
  const { queries = queriesOf, keys = keysOf, values = valuesOf, finish = (joined) => times(joined, Wo) } = how
  const { cut = split, join = merge, weigh } = how
  const [Q, K, V] = [cut(queries(it), heads), cut(keys(it), heads), cut(values(it), heads)]
  const width = widthOf(Q[0] ?? [])
  const scale = how.scale?.({ width, heads, n: X.length }) ?? 1 / Math.sqrt(width)
  const each = (q: Heads, k: Heads, v: Heads): Heads =>
    q.map((head, i) => attend(head, k[i] ?? [], v[i] ?? [], { scale, ...(weigh && { weigh }) }))
  return finish(join((how.attending ?? each)(Q, K, V)), it)
})

export const queriesOf = ({ X, Wq }: Layer): Matrix => times(X, Wq)
export const keysOf = ({ X, Wk }: Layer): Matrix => times(X, Wk)
export const valuesOf = ({ X, Wv }: Layer): Matrix => times(X, Wv)

/** The first way, then the others, under one id. */
export function anyOf(first: LayerOtherwise | Code, ...others: readonly (LayerOtherwise | Code)[]) {
  const way = (how: LayerOtherwise | Code) => (typeof how === 'function' ? { wrong: how } : layer(how))
  return anyWay(way(first), ...others.map(way))
}
