import { parametrize, variants } from '#lib/grading/faulty-implementation.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { type AttentionOverrides, attend, getWidth, times } from '../../../cross-attention/parametrized-attention.ts'
import { type Heads, merge, split } from '../../heads.ts'

export type LayerArgs = readonly [X: Matrix, Wq: Matrix, Wk: Matrix, Wv: Matrix, Wo: Matrix, numHeads: number]
type Code = (...args: LayerArgs) => number[][]

export interface Layer {
  readonly X: Matrix
  readonly Wq: Matrix
  readonly Wk: Matrix
  readonly Wv: Matrix
  readonly Wo: Matrix
}

/** Steps of the layer that a learner may get wrong. */
export interface LayerOverrides {
  /** Queries, keys and values, n × (heads·w) each. */
  readonly queries?: (inputs: Layer) => Matrix
  readonly keys?: (inputs: Layer) => Matrix
  readonly values?: (inputs: Layer) => Matrix
  readonly cut?: (X: Matrix, heads: number) => Heads
  /** How the heads attend, all together. */
  readonly attending?: (Q: Heads, K: Heads, V: Heads) => Heads
  readonly scale?: (sizes: { readonly width: number; readonly heads: number; readonly n: number }) => number
  readonly weigh?: AttentionOverrides['weigh']
  readonly join?: (heads: Heads) => Matrix
  readonly finish?: (joined: Matrix, inputs: Layer) => number[][]
}

/** Multi-head attention as learners write it. */
export const layer = parametrize<LayerArgs, LayerOverrides>((overrides) => (X, Wq, Wk, Wv, Wo, heads) => {
  const inputs = { X, Wq, Wk, Wv, Wo }
  const {
    queries = projectQueries,
    keys = projectKeys,
    values = projectValues,
    finish = (joined) => times(joined, Wo),
  } = overrides
  const { cut = split, join = merge, weigh } = overrides
  const [Q, K, V] = [cut(queries(inputs), heads), cut(keys(inputs), heads), cut(values(inputs), heads)]
  const width = getWidth(Q[0] ?? [])
  const scale = overrides.scale?.({ width, heads, n: X.length }) ?? 1 / Math.sqrt(width)
  const each = (q: Heads, k: Heads, v: Heads): Heads =>
    q.map((head, i) => attend(head, k[i] ?? [], v[i] ?? [], { scale, ...(weigh && { weigh }) }))
  return finish(join((overrides.attending ?? each)(Q, K, V)), inputs)
})

export const projectQueries = ({ X, Wq }: Layer): Matrix => times(X, Wq)
export const projectKeys = ({ X, Wk }: Layer): Matrix => times(X, Wk)
export const projectValues = ({ X, Wv }: Layer): Matrix => times(X, Wv)

/** All of these variants under one id. */
export function withVariants(first: LayerOverrides | Code, ...others: readonly (LayerOverrides | Code)[]) {
  const toFaulty = (variant: LayerOverrides | Code) =>
    typeof variant === 'function' ? { implementation: variant } : layer(variant)
  return variants(toFaulty(first), ...others.map(toFaulty))
}
