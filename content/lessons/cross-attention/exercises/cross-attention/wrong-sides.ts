import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { Unfit } from '#lib/grading/unfit.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { times, transposed, widthOf } from '../../candidate-attention.ts'
import { anyOf, type CrossArgs, projecting } from './candidate-cross.ts'

/** Something is taken from the wrong side, or through the wrong matrix. */
export const wrongSides: readonly FunctionMisconception<CrossArgs>[] = [
  {
    id: 'roles-swapped',
    headline: 'The source asks, the target answers',
    say: 'You make queries from `Y` and keys and values from `X`. Then you get one row for each source token. `X` is the side that asks: one output row for each row of `X`, averaged from values of `Y`.',
    ...anyOf(projecting((X, Y, { Wq, Wk, Wv }) => [times(Y, Wq), times(X, Wk), times(X, Wv)])),
  },
  {
    id: 'self-instead',
    headline: 'That is self-attention on X',
    say: 'Your keys and values come from `X`, so `Y` has no influence at all. In cross-attention only the queries come from `X`; keys and values come from `Y`, the encoder’s output.',
    ...anyOf(projecting((X, _, { Wq, Wk, Wv }) => [times(X, Wq), times(X, Wk), times(X, Wv)])),
  },
  {
    id: 'self-on-y',
    headline: 'That is self-attention on Y',
    say: 'Your queries come from `Y` too, so `X` has no influence, and there is a row for each source token. The queries come from `X`.',
    ...anyOf(projecting((_, Y, { Wq, Wk, Wv }) => [times(Y, Wq), times(Y, Wk), times(Y, Wv)])),
  },
  {
    id: 'k-from-x',
    headline: 'The keys come from the wrong side',
    say: 'You match the queries against keys of `X` and then mix values of `Y`. A weight belongs to a source token, so key and value must be of the same token: both come from `Y`.',
    ...anyOf(projecting((X, Y, { Wq, Wk, Wv }) => [times(X, Wq), times(X, Wk), times(Y, Wv)])),
  },
  {
    id: 'v-from-x',
    headline: 'The values come from the wrong side',
    say: 'You compare with the keys of `Y` and mix values of `X`. The source is asked for its content, so the values come from `Y`, as the keys do.',
    ...anyOf(projecting((X, Y, { Wq, Wk, Wv }) => [times(X, Wq), times(Y, Wk), times(X, Wv)])),
  },
  {
    id: 'q-from-y-cut',
    headline: 'The queries come from Y',
    say: 'You project the queries from `Y` and keep as many as `X` has rows. Each output row belongs to a row of `X`, so its query comes from that row: `X · Wq`.',
    ...anyOf(projecting((X, Y, { Wq, Wk, Wv }) => [times(firstOf(Y, X.length), Wq), times(Y, Wk), times(Y, Wv)])),
  },
  {
    id: 'concat-xy',
    headline: 'Both sequences were joined',
    say: 'You put `X` and `Y` into one sequence and attend over all of it. That is what a decoder-only model does with its prompt. In cross-attention a query sees the rows of `Y` only.',
    ...anyOf(
      projecting((X, Y, { Wq, Wk, Wv }) => [times(X, Wq), times([...X, ...Y], Wk), times([...X, ...Y], Wv)]),
      projecting((X, Y, { Wq, Wk, Wv }) => [times([...X, ...Y], Wq), times([...X, ...Y], Wk), times([...X, ...Y], Wv)]),
      projecting((X, Y, { Wq, Wk, Wv }) => [times([...X, ...Y], Wq), times(Y, Wk), times(Y, Wv)]),
    ),
  },
  {
    id: 'truncate',
    headline: 'The source is cut to the target’s length',
    say: 'You use as many rows of `Y` as `X` has. The two lengths have nothing to do with each other: every query sees every source token, and the scores are n_x × n_y.',
    ...anyOf(
      projecting((X, Y, { Wq, Wk, Wv }) => {
        const cut = Y.slice(0, X.length)
        return [times(X, Wq), times(cut, Wk), times(cut, Wv)]
      }),
      projecting((X, Y, { Wq, Wk, Wv }) => {
        if (X.length > Y.length) throw new Unfit()
        const cut = Y.slice(0, X.length)
        return [times(X, Wq), times(cut, Wk), times(cut, Wv)]
      }),
      projecting((X, Y, { Wq, Wk, Wv }) => {
        const n = Math.min(X.length, Y.length)
        return [times(X.slice(0, n), Wq), times(Y.slice(0, n), Wk), times(Y.slice(0, n), Wv)]
      }),
    ),
  },
  {
    id: 'truncate-target',
    headline: 'Only n_y rows come out',
    say: 'You stop after as many queries as the source has tokens. Each row of `X` gets an output row, however long `Y` is.',
    ...anyOf(projecting((X, Y, { Wq, Wk, Wv }) => [times(X.slice(0, Y.length), Wq), times(Y, Wk), times(Y, Wv)])),
  },
  {
    id: 'drops-last-source',
    headline: 'One source token is left out',
    say: 'The first or the last row of `Y` has no influence in yours. The whole source is known, start and end tokens too: every query sees all rows of `Y`.',
    ...anyOf(sliced(0, -1), sliced(1)),
  },
  {
    id: 'swap-wk-wv',
    headline: 'Wk and Wv are exchanged',
    say: 'You make keys with `Wv` and values with `Wk`. When both have the same shape nothing warns you. Keys are what queries are compared with, values are what is averaged.',
    ...anyOf(projecting((X, Y, { Wq, Wk, Wv }) => [times(X, Wq), times(Y, Wv), times(Y, Wk)])),
  },
  {
    id: 'wq-for-keys',
    headline: 'The keys are made with Wq',
    say: 'You project the keys with `Wq`, the matrix of the queries. Asking and being found are different roles, with a matrix each: keys are `Y · Wk`.',
    ...anyOf(projecting((X, Y, { Wq, Wv }) => [times(X, Wq), times(Y, Wq), times(Y, Wv)])),
  },
  {
    id: 'wk-for-queries',
    headline: 'The queries are made with Wk',
    say: 'You project the queries with `Wk`, the matrix of the keys. Queries are `X · Wq`.',
    ...anyOf(
      projecting((X, Y, { Wk, Wv }) => [times(X, Wk), times(Y, Wk), times(Y, Wv)]),
      projecting((X, Y, { Wq, Wk, Wv }) => [times(X, Wk), times(Y, Wq), times(Y, Wv)]),
    ),
  },
  {
    id: 'wk-for-values',
    headline: 'The keys are averaged, not the values',
    say: 'You mix `Y · Wk`. What is averaged are the values, `Y · Wv`; they may have another width than the keys.',
    ...anyOf(projecting((X, Y, { Wq, Wk }) => [times(X, Wq), times(Y, Wk), times(Y, Wk)])),
  },
  {
    id: 'wv-for-keys',
    headline: 'The keys are made with Wv',
    say: 'You compare the queries with `Y · Wv`. Values have no say in the weights: the keys are `Y · Wk`.',
    ...anyOf(projecting((X, Y, { Wq, Wv }) => [times(X, Wq), times(Y, Wv), times(Y, Wv)])),
  },
  {
    id: 'values-not-projected',
    headline: 'Values are not projected',
    say: 'You average the rows of `Y` as they are. Project first, or the result: the output is a mix of the rows of `Y · Wv`.',
    ...anyOf(projecting((X, Y, { Wq, Wk }) => [times(X, Wq), times(Y, Wk), Y])),
  },
  {
    id: 'keys-not-projected',
    headline: 'Keys are not projected',
    say: 'You compare the queries with the rows of `Y` as they are. The keys are `Y · Wk`.',
    ...anyOf(projecting((X, Y, { Wq, Wv }) => [times(X, Wq), Y, times(Y, Wv)])),
  },
  {
    id: 'queries-not-projected',
    headline: 'Queries are not projected',
    say: 'You compare the rows of `X` as they are with the keys. The queries are `X · Wq`.',
    ...anyOf(projecting((X, Y, { Wk, Wv }) => [X, times(Y, Wk), times(Y, Wv)])),
  },
  {
    id: 'not-projected',
    headline: 'The three matrices are not used',
    say: 'You attend from `X` to `Y` as they are. What a model learns of attention are the projections: queries `X · Wq`, keys `Y · Wk`, values `Y · Wv`.',
    ...anyOf(
      projecting((X, Y) => [X, Y, Y]),
      projecting((X, Y, { Wv }) => [X, Y, times(Y, Wv)]),
    ),
  },
  {
    id: 'w-transposed',
    headline: 'The matrices are transposed',
    say: 'You multiply by Wᵀ. `nn.Linear` stores its matrix as (out, in) and computes x · Wᵀ; here W is (in, out) and it is x · W. With square matrices the shapes fit either way.',
    ...anyOf(
      projecting((X, Y, { Wq, Wk, Wv }) => [
        times(X, transposed(Wq)),
        times(Y, transposed(Wk)),
        times(Y, transposed(Wv)),
      ]),
      projecting((X, Y, { Wq, Wk, Wv }) => [times(X, transposed(Wq)), times(Y, transposed(Wk)), times(Y, Wv)]),
      projecting((X, Y, { Wq, Wk, Wv }) => [times(X, transposed(Wq)), times(Y, Wk), times(Y, Wv)]),
      projecting((X, Y, { Wq, Wk, Wv }) => [times(X, Wq), times(Y, transposed(Wk)), times(Y, Wv)]),
      projecting((X, Y, { Wq, Wk, Wv }) => [times(X, Wq), times(Y, Wk), times(Y, transposed(Wv))]),
      projecting((X, Y, { Wq, Wk, Wv }) => [times(X, Wq), times(Y, transposed(Wk)), times(Y, transposed(Wv))]),
    ),
  },
]

type Code = ReturnType<typeof projecting>

const firstOf = (Y: Matrix, n: number): Matrix => {
  if (Y.length < n) throw new Unfit()
  return Y.slice(0, n)
}

function sliced(from: number, to?: number): Code {
  return projecting((X, Y, { Wq, Wk, Wv }) => {
    const cut = Y.slice(from, to)
    if (cut.length === 0 || widthOf(cut) === 0) throw new Unfit()
    return [times(X, Wq), times(cut, Wk), times(cut, Wv)]
  })
}
