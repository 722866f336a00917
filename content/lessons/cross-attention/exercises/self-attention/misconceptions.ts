import { noScale } from '#content/mistakes/scale.ts'
import { meanOfValues, noMax, noSoftmax, softmaxOverQueries, softmaxRowsWith } from '#content/mistakes/softmax.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import type { Matrix } from '#lib/grading/value.ts'
import {
  type AttentionOverrides,
  attend,
  causalRows,
  computeScores,
  getWidth,
  softmax,
  softmaxRows,
  times,
  transposed,
} from '../../parametrized-attention.ts'

export type SelfArgs = readonly [X: Matrix, Wq: Matrix, Wk: Matrix, Wv: Matrix]
type Code = (...args: SelfArgs) => number[][]
type Projected = (
  X: Matrix,
  W: { readonly Wq: Matrix; readonly Wk: Matrix; readonly Wv: Matrix },
) => readonly [Q: Matrix, K: Matrix, V: Matrix]

const right: Projected = (X, { Wq, Wk, Wv }) => [times(X, Wq), times(X, Wk), times(X, Wv)]
const T = transposed
const projecting =
  (from: Projected, overrides: AttentionOverrides = {}): Code =>
  (X, Wq, Wk, Wv) =>
    attend(...from(X, { Wq, Wk, Wv }), overrides)
const scaling =
  (factor: (sizes: { readonly X: Matrix; readonly d: number; readonly v: number }) => number): Code =>
  (X, Wq, Wk, Wv) =>
    attend(...right(X, { Wq, Wk, Wv }), { scale: factor({ X, d: getWidth(Wq), v: getWidth(Wv) }) })
const withVariants = (implementation: Code, ...variants: readonly Code[]) => ({ implementation, variants })

/** What goes wrong in `selfAttention`, each as code. */
export const misconceptions: readonly FunctionMisconception<SelfArgs>[] = [
  {
    id: 'not-projected',
    headline: 'A projection is missing',
    feedback:
      'You use `X` itself instead of queries, keys or values. In self-attention the *input* is the same for all three. Each is a projection of its own: `X · Wq`, `X · Wk`, `X · Wv`.',
    ...withVariants(
      projecting((X) => [X, X, X]),
      projecting((X, { Wv }) => [X, X, times(X, Wv)]),
      projecting((X, { Wq, Wk }) => [times(X, Wq), times(X, Wk), X]),
      projecting((X, { Wq, Wv }) => [times(X, Wq), X, times(X, Wv)]),
      projecting((X, { Wk, Wv }) => [X, times(X, Wk), times(X, Wv)]),
    ),
  },
  {
    id: 'shared-q-k',
    headline: 'Queries and keys share a matrix',
    feedback:
      'You make queries and keys with the same matrix. Then the scores are symmetric, and each token tends to look at itself. Queries and keys are different roles: `X · Wq` and `X · Wk`.',
    ...withVariants(
      projecting((X, { Wq, Wv }) => [times(X, Wq), times(X, Wq), times(X, Wv)]),
      projecting((X, { Wk, Wv }) => [times(X, Wk), times(X, Wk), times(X, Wv)]),
    ),
  },
  {
    id: 'q-and-k-swapped',
    headline: 'Queries and keys swapped',
    feedback:
      'You make queries with `Wk` and keys with `Wq`. That transposes the scores: queries and keys change roles. Queries are `X · Wq`, keys `X · Wk`.',
    ...withVariants(projecting((X, { Wq, Wk, Wv }) => [times(X, Wk), times(X, Wq), times(X, Wv)])),
  },
  {
    id: 'swap-wk-wv',
    headline: '`Wk` and `Wv` swapped',
    feedback:
      'You make keys with `Wv` and values with `Wk`. If both have the same shape, nothing warns you. Queries are compared with keys; the values are averaged.',
    ...withVariants(projecting((X, { Wq, Wk, Wv }) => [times(X, Wq), times(X, Wv), times(X, Wk)])),
  },
  {
    id: 'wk-for-values',
    headline: 'Keys averaged instead of values',
    feedback:
      'You average the rows of `X · Wk`. Average the values, `X · Wv`; they may have a different width from the keys.',
    ...withVariants(projecting((X, { Wq, Wk }) => [times(X, Wq), times(X, Wk), times(X, Wk)])),
  },
  {
    id: 'wv-for-keys',
    headline: 'The keys are made with Wv',
    feedback: 'You compare the queries with `X · Wv`. Values do not determine the weights: the keys are `X · Wk`.',
    ...withVariants(projecting((X, { Wq, Wv }) => [times(X, Wq), times(X, Wv), times(X, Wv)])),
  },
  {
    id: 'w-transposed',
    headline: 'The matrices are transposed',
    feedback:
      'You multiply by Wᵀ. `nn.Linear` stores its matrix as (out, in) and computes x · Wᵀ; here W is (in, out) and it is x · W. With square matrices the shapes match either way.',
    ...withVariants(
      projecting((X, { Wq, Wk, Wv }) => [times(X, T(Wq)), times(X, T(Wk)), times(X, T(Wv))]),
      projecting((X, { Wq, Wk, Wv }) => [times(X, T(Wq)), times(X, T(Wk)), times(X, Wv)]),
      projecting((X, { Wq, Wk, Wv }) => [times(X, T(Wq)), times(X, Wk), times(X, Wv)]),
      projecting((X, { Wq, Wk, Wv }) => [times(X, Wq), times(X, T(Wk)), times(X, Wv)]),
      projecting((X, { Wq, Wk, Wv }) => [times(X, Wq), times(X, Wk), times(X, T(Wv))]),
    ),
  },
  {
    id: 'causal',
    headline: 'Later tokens masked',
    feedback:
      'You added a causal mask, which this exercise does not ask for: every token sees all tokens, before and after it, as in BERT.',
    ...withVariants(projecting(right, { weigh: causalRows })),
  },
  {
    id: 'self-hidden',
    headline: 'A token does not see itself',
    feedback:
      'You leave out the token’s own key. Self-attention includes the token itself: its own value may count as much as the scores say.',
    ...withVariants(
      projecting(right, {
        weigh: (S) => S.map((row, i) => softmax(row.map((s, j) => (j === i ? Number.NEGATIVE_INFINITY : s)))),
      }),
      projecting(right, {
        weigh: (S) =>
          S.map((row, i) =>
            row.length === 1 ? [0] : softmax(row.map((s, j) => (j === i ? Number.NEGATIVE_INFINITY : s))),
          ),
      }),
    ),
  },
  noScale((scale) => withVariants(scaling(({ d }) => scale(d))), {
    wording: { divisor: '`√d`, where d is the number of columns of `Wq`' },
  }),
  {
    id: 'scale-model-width',
    headline: 'Scaled by the width of X',
    feedback:
      'You divide by the root of the width of `X`. The dot product adds up as many products as a *projected* query has entries: the columns of `Wq`.',
    ...withVariants(scaling(({ X }) => 1 / Math.sqrt(getWidth(X)))),
  },
  {
    id: 'scale-len',
    headline: 'Scaled by the length',
    feedback:
      'You divide by the root of the number of tokens. The length decides how many scores there are, not how large one is. Divide by `√d`, where d is the number of columns of `Wq`.',
    ...withVariants(
      scaling(({ X }) => 1 / Math.sqrt(X.length)),
      scaling(({ X }) => 1 / X.length),
    ),
  },
  {
    id: 'scale-value-width',
    headline: 'Scaled by the width of the values',
    feedback:
      'You divide by the root of the columns of `Wv`. Values do not enter the dot product. Divide by `√d`, where d is the number of columns of `Wq`.',
    ...withVariants(scaling(({ v }) => 1 / Math.sqrt(v))),
  },
  {
    id: 'scale-d',
    headline: 'Divided by d, not √d',
    feedback:
      'You divide the scores by d (or multiply by its root). Their standard deviation is √d, so dividing by the root is what brings it to 1.',
    ...withVariants(
      scaling(({ d }) => 1 / d),
      scaling(({ d }) => Math.sqrt(d)),
    ),
  },
  meanOfValues((weigh) => withVariants(projecting(right, { weigh }))),
  softmaxOverQueries((weigh) => withVariants(projecting(right, { weigh }))),
  noSoftmax((weigh) => withVariants(projecting(right, { weigh }))),
  noMax((shift) => withVariants(projecting(right, { weigh: softmaxRowsWith(shift) }))),
  {
    id: 'residual',
    headline: 'X is added to the output',
    feedback:
      'You add `X` to the result. The residual connection belongs to the block around the layer. Return only the attention output.',
    ...withVariants((X, Wq, Wk, Wv) => {
      const out = attend(...right(X, { Wq, Wk, Wv }))
      if (getWidth(out) !== getWidth(X)) throw new NotApplicable()
      return out.map((row, i) => row.map((v, c) => v + (X[i]?.[c] ?? 0)))
    }),
  },
  {
    id: 'returns-weights',
    headline: 'Weights returned instead of output',
    feedback:
      'Your result is n × n: these are the weights, or the scores. One step is missing: the average of the values with these weights.',
    ...withVariants(
      (X, Wq, Wk) => softmaxRows(computeScores(times(X, Wq), times(X, Wk), 1 / Math.sqrt(getWidth(Wq)))),
      (X, Wq, Wk) => computeScores(times(X, Wq), times(X, Wk), 1 / Math.sqrt(getWidth(Wq))),
    ),
  },
]
