import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import {
  causalRows,
  softmax,
  softmaxColumns,
  times,
  transposed,
  unsafeRows,
} from '../../../cross-attention/candidate-attention.ts'
import { anyOf, type Layer, type LayerArgs, type LayerOtherwise, projected } from './candidate-layer.ts'

const scaled = (...factors: readonly NonNullable<LayerOtherwise['scale']>[]) => {
  const [first, ...others] = factors.map((scale) => ({ scale }))
  return anyOf(first ?? {}, ...others)
}
const T = transposed
const afterwards = (change: (out: number[][], it: Layer) => number[][]) =>
  anyOf({ finish: (joined, it) => change(times(joined, it.Wo), it) })

/** The heads are right; the projections or the attention inside them are not. */
export const wrongLayer: readonly FunctionMisconception<LayerArgs>[] = [
  {
    id: 'no-wo',
    headline: 'The output projection is missing',
    say: 'You return the heads side by side. Without `Wo` each head stays in its own slice, and the heads never mix. Multiply the merged heads by `Wo`.',
    ...anyOf({ finish: (joined) => joined.map((row) => [...row]) }),
  },
  {
    id: 'wo-twice',
    headline: 'The output projection is applied twice',
    say: 'You multiply by `Wo` two times, or already before the heads are merged. It comes once, after the merge.',
    ...anyOf(
      { finish: (joined, { Wo }) => times(times(joined, Wo), Wo) },
      { project: (it) => [times(it.X, it.Wq), times(it.X, it.Wk), times(times(it.X, it.Wv), it.Wo)] },
      {
        project: (it) => [times(it.X, it.Wq), times(it.X, it.Wk), times(times(it.X, it.Wv), it.Wo)],
        finish: (joined) => joined.map((row) => [...row]),
      },
    ),
  },
  {
    id: 'no-scale',
    headline: 'The scale is gone',
    say: 'You put the bare dot products into the softmax. Each head divides its scores by the root of its own width, `√(d / numHeads)`.',
    ...scaled(() => 1),
  },
  {
    id: 'scale-dmodel',
    headline: 'Scaled by the width of the model',
    say: 'You divide by the root of the full width. A head’s dot product adds up only the head’s own columns, so the root is of that: `√(d / numHeads)`.',
    ...scaled(({ width, heads }) => 1 / Math.sqrt(width * heads)),
  },
  {
    id: 'scale-heads',
    headline: 'Scaled by the number of heads',
    say: 'You divide by the root of `numHeads`, or by the number itself. How many heads there are says nothing about the size of one score: divide by the root of the head’s width.',
    ...scaled(
      ({ heads }) => 1 / Math.sqrt(heads),
      ({ heads }) => 1 / heads,
      ({ width, heads }) => 1 / Math.sqrt(width) / heads,
      ({ width, heads }) => Math.sqrt(heads / width),
      ({ width, heads }) => 1 / Math.sqrt(width / heads),
    ),
  },
  {
    id: 'scale-width',
    headline: 'Divided by the width, not by its root',
    say: 'You divide the scores by the head’s width. Their standard deviation is the root of it, so that is enough: by the width the weights come out too even.',
    ...scaled(
      ({ width }) => 1 / width,
      ({ width, heads }) => 1 / (width * heads),
      ({ width }) => Math.sqrt(width),
    ),
  },
  {
    id: 'scale-len',
    headline: 'Scaled by the length',
    say: 'You divide by the root of the number of tokens. The length decides how many scores there are, not how large one is. Divide by the root of the head’s width.',
    ...scaled(
      ({ n }) => 1 / Math.sqrt(n),
      ({ n }) => 1 / n,
    ),
  },
  {
    id: 'scale-floor',
    headline: 'The root is rounded',
    say: 'You round the root of the head’s width, or the width itself, to a whole number. √3 is about 1.73, not 1.',
    ...scaled(
      ({ width }) => 1 / Math.floor(Math.sqrt(width)),
      ({ width }) => 1 / Math.round(Math.sqrt(width)),
    ),
  },
  {
    id: 'shared-q-k',
    headline: 'Queries and keys share a matrix',
    say: 'You make the keys with `Wq` (or the queries with `Wk`). Then the scores are symmetric, and each token tends to look at itself. Keys have a projection of their own: `X · Wk`.',
    ...anyOf(
      { project: ({ X, Wq, Wv }) => [times(X, Wq), times(X, Wq), times(X, Wv)] },
      { project: ({ X, Wk, Wv }) => [times(X, Wk), times(X, Wk), times(X, Wv)] },
      { project: ({ X, Wq }) => [times(X, Wq), times(X, Wq), times(X, Wq)] },
    ),
  },
  {
    id: 'swapped-projections',
    headline: 'Two projections are exchanged',
    say: 'Two of `Wq`, `Wk` and `Wv` stand in each other’s place. All have the same shape, so nothing warns you. Queries are `X · Wq`, keys `X · Wk`, values `X · Wv`.',
    ...anyOf(
      { project: ({ X, Wq, Wk, Wv }) => [times(X, Wq), times(X, Wv), times(X, Wk)] },
      { project: ({ X, Wq, Wk, Wv }) => [times(X, Wk), times(X, Wq), times(X, Wv)] },
      { project: ({ X, Wq, Wk, Wv }) => [times(X, Wv), times(X, Wk), times(X, Wq)] },
    ),
  },
  {
    id: 'k-as-v',
    headline: 'The keys are averaged, not the values',
    say: 'You make keys and values with the same matrix. Keys decide the weights; what is averaged are the values, `X · Wv`.',
    ...anyOf(
      { project: ({ X, Wq, Wk }) => [times(X, Wq), times(X, Wk), times(X, Wk)] },
      { project: ({ X, Wq, Wv }) => [times(X, Wq), times(X, Wv), times(X, Wv)] },
      { project: ({ X, Wq, Wk }) => [times(X, Wq), times(X, Wk), times(X, Wq)] },
    ),
  },
  {
    id: 'not-projected',
    headline: 'A projection is missing',
    say: 'You use `X` itself in place of queries, keys or values. In self-attention the *input* is the same for all three; each has a projection of its own.',
    ...anyOf(
      { project: ({ X }) => [X, X, X] },
      { project: ({ X, Wq, Wk }) => [times(X, Wq), times(X, Wk), X] },
      { project: ({ X, Wq, Wv }) => [times(X, Wq), X, times(X, Wv)] },
      { project: ({ X, Wk, Wv }) => [X, times(X, Wk), times(X, Wv)] },
      { project: ({ X, Wv }) => [X, X, times(X, Wv)] },
    ),
  },
  {
    id: 'w-transposed',
    headline: 'The matrices are transposed',
    say: 'You multiply by Wᵀ. `nn.Linear` stores its matrix as (out, in) and computes x · Wᵀ; here W is (in, out) and it is x · W. The matrices are square, so nothing warns you.',
    ...anyOf(
      { project: (it) => projected({ ...it, Wq: T(it.Wq), Wk: T(it.Wk), Wv: T(it.Wv) }) },
      {
        project: (it) => projected({ ...it, Wq: T(it.Wq), Wk: T(it.Wk), Wv: T(it.Wv) }),
        finish: (joined, { Wo }) => times(joined, T(Wo)),
      },
      { finish: (joined, { Wo }) => times(joined, T(Wo)) },
      { project: (it) => projected({ ...it, Wq: T(it.Wq) }) },
      { project: (it) => projected({ ...it, Wk: T(it.Wk) }) },
      { project: (it) => projected({ ...it, Wv: T(it.Wv) }) },
      { project: (it) => projected({ ...it, Wq: T(it.Wq), Wk: T(it.Wk) }) },
    ),
  },
  {
    id: 'softmax-over-queries',
    headline: 'The softmax runs over the queries',
    say: 'Your weights sum to 1 along each column of a head. The keys compete for a query, not the other way round: softmax each row of scores.',
    ...anyOf({ weigh: softmaxColumns }),
  },
  {
    id: 'softmax-over-matrix',
    headline: 'All queries share one softmax',
    say: 'You put the whole score matrix of a head through one softmax, so all its weights together sum to 1. Each query shares out a whole of its own: softmax each row.',
    ...anyOf({
      weigh: (S) => {
        const all = softmax(S.flat())
        return S.map((row, i) => row.map((_, j) => all[i * row.length + j] ?? 0))
      },
    }),
  },
  {
    id: 'no-softmax',
    headline: 'Raw scores as weights',
    say: 'You mix the values with the scores themselves. They may be negative and sum to anything. Put each row through the softmax first.',
    ...anyOf({ weigh: (S) => S }),
  },
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    say: 'Your softmax raises e to the scores as they are. Above 709 that is `Infinity`, far below zero it is 0, and both end in NaN. Subtract the largest score of the row first.',
    ...anyOf({ weigh: unsafeRows }),
  },
  {
    id: 'causal',
    headline: 'You hid the later tokens',
    say: 'You added a causal mask, and none is asked for here: every token sees all tokens, before and after it.',
    ...anyOf({ weigh: causalRows }),
  },
  {
    id: 'mean-of-values',
    headline: 'Every token counts the same',
    say: 'Each head of yours is the plain mean of its values: queries and keys have no influence. The weights come from the softmax of the scores.',
    ...anyOf({ weigh: (S) => S.map((row) => row.map(() => 1 / row.length)) }),
  },
  {
    id: 'residual',
    headline: 'X is added to the output',
    say: 'You add `X` to the result. The residual connection stands around the layer, outside this function: return the attention output alone.',
    ...afterwards((out, { X }) => out.map((row, t) => row.map((v, c) => v + (X[t]?.[c] ?? 0)))),
  },
]
