import { NotApplicable } from '#lib/grading/not-applicable.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { getWidth, times, transposed } from '../../parametrized-attention.ts'
import { projectKeys, projectValues, type Sides, type Wrong, withVariants } from './parametrized-cross.ts'

const turnedRound = {
  queries: ({ asks, Wq }: Sides) => times(asks, transposed(Wq)),
  keys: ({ answers, Wk }: Sides) => times(answers, transposed(Wk)),
  values: ({ answers, Wv }: Sides) => times(answers, transposed(Wv)),
}

/** Something is taken from the wrong side, or through the wrong matrix. */
export const wrongSides: readonly Wrong[] = [
  {
    id: 'roles-swapped',
    headline: 'Source and target swapped',
    feedback:
      'You make queries from `Y` and keys and values from `X`. Then you get one row per source token. The queries come from `X`: one output row per row of `X`, averaged from values of `Y`.',
    ...withVariants(
      { asking: theSource, answering: theTarget },
      // loops over the rows of X and Y as they should be end too soon, or read rows that are not there
      { asking: (X, Y) => takeFirst(Y, X.length), answering: (X, Y) => takeFirst(X, Y.length) },
    ),
  },
  {
    id: 'self-instead',
    headline: 'That is self-attention on X',
    feedback:
      'Your keys and values come from `X`, so `Y` has no influence at all. In cross-attention only the queries come from `X`; keys and values come from `Y`, the encoder’s output.',
    ...withVariants({ answering: theTarget }, { answering: (X, Y) => takeFirst(X, Y.length) }),
  },
  {
    id: 'self-on-y',
    headline: 'That is self-attention on Y',
    feedback:
      'Your queries come from `Y` too, so `X` has no influence, and there is a row per source token. The queries come from `X`.',
    ...withVariants({ asking: theSource }),
  },
  {
    id: 'k-from-x',
    headline: 'The keys come from the wrong side',
    feedback:
      'You compute the scores with keys of `X` and then average values of `Y`. A weight belongs to one source token, so its key and its value must come from the same row of `Y`.',
    ...withVariants(
      { keys: ({ X, Wk }) => times(X, Wk) },
      { keys: ({ X, Y, Wk }) => times(takeFirst(X, Y.length), Wk) },
    ),
  },
  {
    id: 'v-from-x',
    headline: 'The values come from the wrong side',
    feedback:
      'You compute the scores with keys of `Y` and average values of `X`. The output is an average over the source, so the values come from `Y`, as the keys do.',
    ...withVariants(
      { values: ({ X, Wv }) => times(X, Wv) },
      { values: ({ X, Y, Wv }) => times(takeFirst(X, Y.length), Wv) },
    ),
  },
  {
    id: 'q-from-y-cut',
    headline: 'The queries come from Y',
    feedback:
      'You project the queries from `Y` and keep as many as `X` has rows. Each output row belongs to a row of `X`, so its query comes from that row: `X · Wq`.',
    ...withVariants({ asking: (X, Y) => takeFirst(Y, X.length) }),
  },
  {
    id: 'concat-xy',
    headline: 'Both sequences joined',
    feedback:
      'You put `X` and `Y` into one sequence and attend over all of it. That is what a decoder-only model does with its prompt. In cross-attention a query sees the rows of `Y` only.',
    ...withVariants(
      { answering: joined },
      { asking: joined, answering: joined },
      { asking: joined },
      { answering: (X, Y) => [...Y, ...X] },
      { answering: (X, Y) => joined(X, Y).slice(0, Y.length) },
    ),
  },
  {
    id: 'truncate',
    headline: 'The source is cut to the target’s length',
    feedback:
      'You use as many rows of `Y` as `X` has. The two lengths are unrelated: every query sees every source token, and the scores are n_x × n_y.',
    ...withVariants(
      { answering: (X, Y) => Y.slice(0, X.length) },
      {
        answering: (X, Y) => {
          if (X.length > Y.length) throw new NotApplicable()
          return Y.slice(0, X.length)
        },
      },
      { asking: (X, Y) => X.slice(0, Y.length), answering: (X, Y) => Y.slice(0, X.length) },
    ),
  },
  {
    id: 'truncate-target',
    headline: 'Only n_y rows come out',
    feedback:
      'You stop after as many queries as the source has tokens. Each row of `X` gets an output row, however long `Y` is.',
    ...withVariants({ asking: (X, Y) => X.slice(0, Y.length) }),
  },
  {
    id: 'drops-last-source',
    headline: 'One source token is left out',
    feedback:
      'In your code the first or last row of `Y` has no influence. The whole source is known, start and end tokens too: every query sees all rows of `Y`.',
    ...withVariants({ answering: sliced(0, -1) }, { answering: sliced(1) }),
  },
  {
    id: 'swap-wk-wv',
    headline: '`Wk` and `Wv` swapped',
    feedback:
      'You make keys with `Wv` and values with `Wk`. If both have the same shape, nothing warns you. Queries are compared with keys; the values are averaged.',
    ...withVariants({ keys: projectValues, values: projectKeys }),
  },
  {
    id: 'wq-for-keys',
    headline: 'The keys are made with Wq',
    feedback:
      'You project the keys with `Wq`, the matrix of the queries. Queries and keys are different roles, each with its own matrix: keys are `Y · Wk`.',
    ...withVariants(
      { keys: ({ answers, Wq }) => times(answers, Wq) },
      { keys: ({ answers, Wq }) => timesFitting(answers, Wq) },
    ),
  },
  {
    id: 'wk-for-queries',
    headline: 'The queries are made with Wk',
    feedback: 'You project the queries with `Wk`, the matrix of the keys. Queries are `X · Wq`.',
    ...withVariants(
      { queries: ({ asks, Wk }) => times(asks, Wk) },
      { queries: ({ asks, Wk }) => timesFitting(asks, Wk) },
      { queries: ({ asks, Wk }) => times(asks, Wk), keys: ({ answers, Wq }) => times(answers, Wq) },
    ),
  },
  {
    id: 'wk-for-values',
    headline: 'Keys averaged instead of values',
    feedback: 'You average `Y · Wk`. Average the values, `Y · Wv`; they may have a different width from the keys.',
    ...withVariants({ values: projectKeys }),
  },
  {
    id: 'wv-for-keys',
    headline: 'The keys are made with Wv',
    feedback: 'You compare the queries with `Y · Wv`. Values do not determine the weights: the keys are `Y · Wk`.',
    ...withVariants({ keys: projectValues }, { keys: valuesAsWideAsQueries }),
  },
  {
    id: 'values-not-projected',
    headline: 'Values are not projected',
    feedback:
      'You average the rows of `Y` as they are. The output is an average of the rows of `Y · Wv`: project them first.',
    ...withVariants({ values: ({ answers }) => answers }),
  },
  {
    id: 'keys-not-projected',
    headline: 'Keys are not projected',
    feedback: 'You compare the queries with the rows of `Y` as they are. The keys are `Y · Wk`.',
    ...withVariants({ keys: ({ answers }) => answers }, { keys: ({ answers }) => answers, scale: ofWq }),
  },
  {
    id: 'queries-not-projected',
    headline: 'Queries are not projected',
    feedback: 'You compare the rows of `X` as they are with the keys. The queries are `X · Wq`.',
    ...withVariants({ queries: ({ asks }) => asks }, { queries: ({ asks }) => asks, scale: ofWq }),
  },
  {
    id: 'not-projected',
    headline: 'The three matrices are not used',
    feedback:
      'You attend from `X` to `Y` as they are. The projections are the learned part of attention: queries `X · Wq`, keys `Y · Wk`, values `Y · Wv`.',
    ...withVariants(
      { queries: ({ asks }) => asks, keys: ({ answers }) => answers, values: ({ answers }) => answers },
      { queries: ({ asks }) => asks, keys: ({ answers }) => answers },
      { queries: ({ asks }) => asks, keys: ({ answers }) => answers, values: ({ answers }) => answers, scale: ofWq },
      { queries: ({ asks }) => asks, keys: ({ answers }) => answers, scale: ofWq },
    ),
  },
  {
    id: 'w-transposed',
    headline: 'The matrices are transposed',
    feedback:
      'You multiply by Wᵀ. `nn.Linear` stores its matrix as (out, in) and computes x · Wᵀ; here W is (in, out) and it is x · W. With square matrices the shapes match either way.',
    ...withVariants(
      turnedRound,
      { queries: turnedRound.queries, keys: turnedRound.keys },
      { queries: turnedRound.queries },
      { keys: turnedRound.keys },
      { values: turnedRound.values },
      { keys: turnedRound.keys, values: turnedRound.values },
    ),
  },
]

function ofWq({ Wq }: Sides): number {
  return 1 / Math.sqrt(getWidth(Wq))
}
function theTarget(X: Matrix): Matrix {
  return X
}
function theSource(_X: Matrix, Y: Matrix): Matrix {
  return Y
}
function joined(X: Matrix, Y: Matrix): Matrix {
  return [...X, ...Y]
}

/** Where the widths differ, what comes out depends on how a learner loops: with one source token it is right. */
function timesFitting(M: Matrix, W: Matrix): Matrix {
  if (getWidth(M) !== W.length) throw new NotApplicable({ mayPass: true })
  return times(M, W)
}
function valuesAsWideAsQueries(sides: Sides): Matrix {
  if (getWidth(sides.Wv) !== getWidth(sides.Wq)) throw new NotApplicable({ mayPass: true })
  return projectValues(sides)
}

function takeFirst(Y: Matrix, n: number): Matrix {
  if (Y.length < n) throw new NotApplicable()
  return Y.slice(0, n)
}

function sliced(from: number, to?: number): (X: Matrix, Y: Matrix) => Matrix {
  return (_X, Y) => {
    const cut = Y.slice(from, to)
    if (cut.length === 0 || getWidth(cut) === 0) throw new NotApplicable()
    return cut
  }
}
