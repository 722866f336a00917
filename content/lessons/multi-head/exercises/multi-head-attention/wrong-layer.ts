import {
  maxFromZero,
  meanOfValues,
  noMax,
  noSoftmax,
  softmaxOverAll,
  softmaxOverQueries,
  softmaxRowsWith,
} from '#content/mistakes/softmax.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { causalRows, times, transposed } from '../../../cross-attention/parametrized-attention.ts'
import {
  type Layer,
  type LayerArgs,
  layer,
  projectKeys,
  projectQueries,
  projectValues,
  withVariants,
} from './parametrized-layer.ts'

const T = transposed
const bare = ({ X }: Layer) => X
const turnedRound = {
  queries: ({ X, Wq }: Layer) => times(X, T(Wq)),
  keys: ({ X, Wk }: Layer) => times(X, T(Wk)),
  values: ({ X, Wv }: Layer) => times(X, T(Wv)),
}
const afterwards = (change: (out: number[][], inputs: Layer) => number[][]) =>
  withVariants({ finish: (joined, inputs) => change(times(joined, inputs.Wo), inputs) })

/** The heads are right; the projections or the attention inside them are not. */
export const wrongLayer: readonly FunctionMisconception<LayerArgs>[] = [
  {
    id: 'no-wo',
    headline: 'The output projection is missing',
    feedback:
      'You return the heads side by side. Without `Wo` each head stays in its own slice, and the heads never mix. Multiply the merged heads by `Wo`.',
    ...withVariants({ finish: (joined) => joined.map((row) => [...row]) }),
  },
  {
    id: 'wo-twice',
    headline: 'The output projection is applied twice',
    feedback: 'You multiply by `Wo` twice, or before the heads are merged. Multiply once, after the merge.',
    ...withVariants(
      { finish: (joined, { Wo }) => times(times(joined, Wo), Wo) },
      { values: (inputs) => times(projectValues(inputs), inputs.Wo) },
      {
        values: (inputs) => times(projectValues(inputs), inputs.Wo),
        finish: (joined) => joined.map((row) => [...row]),
      },
    ),
  },
  {
    id: 'shared-q-k',
    headline: 'Queries and keys share a matrix',
    feedback:
      'You make the keys with `Wq` (or the queries with `Wk`). Then the scores are symmetric, and each token tends to look at itself. Keys have their own projection: `X · Wk`.',
    ...withVariants(
      { keys: projectQueries },
      { queries: projectKeys },
      { keys: projectQueries, values: projectQueries },
    ),
  },
  {
    id: 'swapped-projections',
    headline: 'Two projections swapped',
    feedback:
      'Two of `Wq`, `Wk` and `Wv` are swapped. All have the same shape, so nothing warns you. Queries are `X · Wq`, keys `X · Wk`, values `X · Wv`.',
    ...withVariants(
      { keys: projectValues, values: projectKeys },
      { queries: projectKeys, keys: projectQueries },
      { queries: projectValues, values: projectQueries },
      { queries: projectKeys, keys: projectValues, values: projectQueries },
      { queries: projectValues, keys: projectQueries, values: projectKeys },
    ),
  },
  {
    id: 'k-as-v',
    headline: 'Keys averaged instead of values',
    feedback:
      'You make keys and values with the same matrix. Keys decide the weights; the values, `X · Wv`, are averaged.',
    ...withVariants({ values: projectKeys }, { keys: projectValues }, { values: projectQueries }),
  },
  {
    id: 'not-projected',
    headline: 'A projection is missing',
    feedback:
      'You use `X` itself instead of queries, keys or values. In self-attention the *input* is the same for all three; each has its own projection.',
    ...withVariants(
      { queries: bare, keys: bare, values: bare },
      { values: bare },
      { keys: bare },
      { queries: bare },
      { queries: bare, keys: bare },
    ),
  },
  {
    id: 'w-transposed',
    headline: 'The matrices are transposed',
    feedback:
      'You multiply by Wᵀ. `nn.Linear` stores its matrix as (out, in) and computes x · Wᵀ; here W is (in, out), so compute x · W. The matrices are square, so nothing warns you.',
    ...withVariants(
      turnedRound,
      { ...turnedRound, finish: (joined, { Wo }) => times(joined, T(Wo)) },
      { finish: (joined, { Wo }) => times(joined, T(Wo)) },
      { queries: turnedRound.queries },
      { keys: turnedRound.keys },
      { values: turnedRound.values },
      { queries: turnedRound.queries, keys: turnedRound.keys },
    ),
  },
  softmaxOverQueries((weigh) => layer({ weigh })),
  { ...softmaxOverAll((weigh) => layer({ weigh })), id: 'softmax-over-matrix' },
  noSoftmax((weigh) => layer({ weigh })),
  noMax((shift) => layer({ weigh: softmaxRowsWith(shift) })),
  maxFromZero((shift) => layer({ weigh: softmaxRowsWith(shift) })),
  {
    id: 'causal',
    headline: 'Later tokens masked',
    feedback:
      'You added a causal mask, which this exercise does not ask for: every token attends to all tokens, before and after it.',
    ...withVariants({ weigh: causalRows }),
  },
  meanOfValues((weigh) => layer({ weigh })),
  {
    id: 'residual',
    headline: 'X is added to the output',
    feedback:
      'You add `X` to the result. The residual connection belongs to the block around the layer. Return only the attention output.',
    ...afterwards((out, { X }) => out.map((row, t) => row.map((v, c) => v + (X[t]?.[c] ?? 0)))),
  },
]
