import { noScale, scaleD } from '#content/mistakes/scale.ts'
import {
  hardArgmax,
  maxFromZero,
  noMax,
  noSoftmax,
  softmaxOverAll,
  softmaxRowsWith,
} from '#content/mistakes/softmax.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import type { Matrix } from '#lib/grading/value.ts'
import {
  causalRows,
  causalRowsFromTheEnd,
  computeMean,
  computeScores,
  getWidth,
  softmax,
  softmaxColumns,
  softmaxRows,
  times,
  transposed,
} from '../../parametrized-attention.ts'
import { crossing, type Wrong, withVariants } from './parametrized-cross.ts'

const DIVISOR = '`√d`, where d is the number of columns of `Wq`'

/** Queries, keys and values are right; what is done with them is not. */
export const wrongMixing: readonly Wrong[] = [
  {
    id: 'causal',
    headline: 'A causal mask on the source',
    feedback:
      'You hide the rows of `Y` after position i. The source is known before decoding starts, so every query may attend to all of it. A causal mask belongs in the decoder’s self-attention.',
    ...withVariants({ weigh: causalRows }, { weigh: causalRowsFromTheEnd }, { weigh: strictlyCausal }),
  },
  noScale((scale) => crossing({ scale: ({ Q }) => scale(getWidth(Q)) }), {
    wording: { divisor: DIVISOR, reason: 'Cross-attention uses the same formula as self-attention.' },
  }),
  {
    id: 'scale-dmodel-x',
    headline: 'Scaled by the width of X',
    feedback:
      'You divide by the root of the width of `X`. The dot product adds up as many products as a *projected* query has entries: the columns of `Wq`.',
    ...withVariants({ scale: ({ X }) => 1 / Math.sqrt(getWidth(X)) }),
  },
  {
    id: 'scale-dmodel-y',
    headline: 'Scaled by the width of Y',
    feedback:
      'You divide by the root of the width of `Y`. The dot product adds up as many products as a *projected* key has entries: the columns of `Wk`, which are those of `Wq`.',
    ...withVariants({ scale: ({ Y }) => 1 / Math.sqrt(getWidth(Y)) }),
  },
  {
    id: 'scale-len',
    headline: 'Scaled by the source’s length',
    feedback:
      'You divide by the root of the number of source tokens. The length decides how many scores there are, not how large one is. Divide by `√d`, where d is the number of columns of `Wq`.',
    ...withVariants(
      { scale: ({ Y }) => 1 / Math.sqrt(Y.length) },
      { scale: ({ Y }) => 1 / Y.length },
      { scale: ({ K }) => 1 / Math.sqrt(K.length) },
    ),
  },
  {
    id: 'scale-len-x',
    headline: 'Scaled by the target’s length',
    feedback:
      'You divide by the root of the number of rows of `X`. The length does not affect the size of a score. Divide by `√d`, where d is the number of columns of `Wq`.',
    ...withVariants({ scale: ({ X }) => 1 / Math.sqrt(X.length) }, { scale: ({ X }) => 1 / X.length }),
  },
  {
    id: 'scale-value-width',
    headline: 'Scaled by the width of the values',
    feedback:
      'You divide by the root of the columns of `Wv`. Values do not enter the dot product. Divide by `√d`, where d is the number of columns of `Wq`.',
    ...withVariants({ scale: ({ V }) => 1 / Math.sqrt(getWidth(V)) }),
  },
  scaleD((scale) => crossing({ scale: ({ Q }) => scale(getWidth(Q)) }), { wording: { divisor: DIVISOR } }),
  {
    id: 'scale-floor',
    headline: '√d rounded to an integer',
    feedback: 'You round the root of d to an integer. √3 is about 1.73, not 1 or 2: keep the fraction.',
    ...withVariants(
      { scale: ({ Q }) => 1 / Math.floor(Math.sqrt(getWidth(Q))) },
      { scale: ({ Q }) => 1 / Math.round(Math.sqrt(getWidth(Q))) },
    ),
  },
  {
    id: 'scale-multiplied',
    headline: 'Multiplied by √d',
    feedback:
      'You multiply by the root where you should divide. The scores spread apart, and the largest takes nearly all the weight.',
    ...withVariants({ scale: ({ Q }) => Math.sqrt(getWidth(Q)) }),
  },
  {
    id: 'mean-context',
    headline: 'Every source token has the same weight',
    feedback:
      'Each of your rows is the unweighted mean of the values: the queries have no influence. The weights come from the softmax of `q·k / √d`.',
    ...withVariants(
      { weigh: (S) => S.map((row) => row.map(() => 1 / row.length)) },
      (X, Y) => X.map(() => computeMean(Y)),
      {
        keys: ({ answers, Wk }) => times([computeMean(answers)], Wk),
        values: ({ answers, Wv }) => times([computeMean(answers)], Wv),
      },
    ),
  },
  {
    id: 'diagonal-hidden',
    headline: 'Each query misses one source token',
    feedback:
      'You hide source token i from query i, as if both were the same token. Positions of `X` and `Y` are not related: every query may attend to every source token. Remove the mask.',
    ...withVariants({ weigh: diagonalHidden }, { weigh: (S) => diagonalHidden(S).map(zerosIfEmpty) }),
  },
  {
    id: 'diagonal-only',
    headline: 'Each query sees one source token',
    feedback:
      'You let query i attend only to source token i. Positions of `X` and `Y` are not related, and their numbers may differ: every query may attend to every source token. Remove the mask.',
    ...withVariants({ weigh: diagonalOnly }, { weigh: (S) => diagonalOnly(S).map(zerosIfEmpty) }),
  },
  {
    id: 'source-asks',
    headline: 'Scores are source by target',
    feedback:
      'You compute the scores with a row per source token. Row i of the output belongs to query i: softmax along the source tokens, for each row of `X`.',
    ...withVariants((X, Y, Wq, Wk, Wv) => {
      const [Q, K, V] = [times(X, Wq), times(Y, Wk), times(Y, Wv)]
      const S = computeScores(K, Q, 1 / Math.sqrt(getWidth(Q)))
      if (X.length !== Y.length) throw new NotApplicable()
      return softmaxRows(S).map((row) =>
        (V[0] ?? []).map((_, c) => row.reduce((s, w, j) => s + w * (V[j]?.[c] ?? 0), 0)),
      )
    }),
  },
  {
    id: 'softmax-over-queries',
    headline: 'Softmax over queries instead of keys',
    feedback:
      'Your weights sum to 1 along each column: the queries compete for a source token. The source tokens compete for a query: apply the softmax to each row of scores.',
    ...withVariants({ weigh: softmaxColumns }, (X, Y, Wq, Wk, Wv) => {
      const weights = softmaxRows(computeScores(times(Y, Wk), times(X, Wq), 1 / Math.sqrt(getWidth(Wq))))
      return times(transposed(weights), times(Y, Wv))
    }),
  },
  softmaxOverAll((weigh) => crossing({ weigh })),
  noSoftmax((weigh) => crossing({ weigh })),
  noMax((shift) => crossing({ weigh: softmaxRowsWith(shift) })),
  maxFromZero((shift) => crossing({ weigh: softmaxRowsWith(shift) })),
  hardArgmax((weigh) => crossing({ weigh })),
  {
    id: 'residual',
    headline: 'X is added to the output',
    feedback:
      'You add `X` to the result. The residual connection belongs to the block around the layer. Return only the attention output.',
    ...withVariants({
      finish: (out, { X }) => {
        if (getWidth(out) !== getWidth(X)) throw new NotApplicable()
        return out.map((row, i) => row.map((v, c) => v + (X[i]?.[c] ?? 0)))
      },
    }),
  },
  {
    id: 'returns-weights',
    headline: 'Weights returned instead of output',
    feedback:
      'Your result has a column per source token: these are the weights, or the scores. One step is missing: the average of the values with these weights.',
    ...withVariants(
      (X, Y, Wq, Wk) => softmaxRows(computeScores(times(X, Wq), times(Y, Wk), 1 / Math.sqrt(getWidth(Wq)))),
      (X, Y, Wq, Wk) => computeScores(times(X, Wq), times(Y, Wk), 1 / Math.sqrt(getWidth(Wq))),
    ),
  },
]

function strictlyCausal(S: Matrix): number[][] {
  return S.map((row, i) => softmax(row.map((s, j) => (j < i ? s : Number.NEGATIVE_INFINITY))))
}

function diagonalHidden(S: Matrix): number[][] {
  return S.map((row, i) => softmax(row.map((s, j) => (j === i ? Number.NEGATIVE_INFINITY : s))))
}
function diagonalOnly(S: Matrix): number[][] {
  return S.map((row, i) => softmax(row.map((s, j) => (j === i ? s : Number.NEGATIVE_INFINITY))))
}
/** A softmax that is guarded gives zeros for a row that sees nothing. */
function zerosIfEmpty(row: readonly number[]): readonly number[] {
  return row.some(Number.isNaN) ? row.map(() => 0) : row
}
