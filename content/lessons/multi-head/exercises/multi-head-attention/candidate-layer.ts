import type { Way } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'
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
  readonly project?: (it: Layer) => readonly [Q: Matrix, K: Matrix, V: Matrix]
  readonly cut?: (X: Matrix, heads: number) => Heads
  /** How the heads attend, all together. */
  readonly attending?: (Q: Heads, K: Heads, V: Heads) => Heads
  readonly scale?: (sizes: { readonly width: number; readonly heads: number; readonly n: number }) => number
  readonly weigh?: Otherwise['weigh']
  readonly join?: (heads: Heads) => Matrix
  readonly finish?: (joined: Matrix, it: Layer) => number[][]
}

/** Multi-head attention as candidates write it. */
export const layer =
  (how: LayerOtherwise): Code =>
  (X, Wq, Wk, Wv, Wo, heads) => {
    const it = { X, Wq, Wk, Wv, Wo }
    const { project = projected, cut = split, join = merge, finish = (joined) => times(joined, Wo) } = how
    const [Q, K, V] = project(it).map((M) => cut(M, heads)) as unknown as readonly [Heads, Heads, Heads]
    const width = widthOf(Q[0] ?? [])
    const scale = how.scale?.({ width, heads, n: X.length }) ?? 1 / Math.sqrt(width)
    const each = (q: Heads, k: Heads, v: Heads): Heads =>
      q.map((head, i) => attend(head, k[i] ?? [], v[i] ?? [], { scale, ...(how.weigh && { weigh: how.weigh }) }))
    return finish(join((how.attending ?? each)(Q, K, V)), it)
  }

export const projected = ({ X, Wq, Wk, Wv }: Layer) => [times(X, Wq), times(X, Wk), times(X, Wv)] as const

/** The first way, then the others, under one id. */
export function anyOf(first: LayerOtherwise | Code, ...others: readonly (LayerOtherwise | Code)[]) {
  const code = (how: LayerOtherwise | Code): Code => (typeof how === 'function' ? how : layer(how))
  return { wrong: code(first), forms: others.map(code) } satisfies Way<LayerArgs> & { forms: readonly Code[] }
}
