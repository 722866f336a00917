import { attending, getWidth, notApplicable, type Rows, safeSoftmax, scores, type Wrong } from './near-misses.ts'
import { wrongScale } from './wrong-scale.ts'
import { wrongWeights } from './wrong-weights.ts'

/** The right weights, and then something else done with them. */
const wrongMix: readonly Wrong[] = [
  {
    id: 'average-of-keys',
    headline: 'Keys averaged instead of values',
    feedback:
      'Your output is weights · K. Keys only determine the weights; the output is an average of the values. Apply the same weights to the rows of `V`.',
    ...attending({ mixed: (K) => K }),
    variants: [attending({ mixed: (K, V) => (getWidth(K) === getWidth(V) ? K : notApplicable()) })], // else the width is a matter of style
  },
  {
    id: 'residual',
    headline: 'Query added to the output',
    feedback:
      'You add the query to the output. That is the residual connection, which belongs to the block around attention. Return only the average of the values.',
    ...attending({ finish: added(Number.NaN) }),
    variants: [
      attending({ finish: added(0) }),
      attending({ finish: (out, Q) => (getWidth(out) === getWidth(Q) ? added(0)(out, Q) : notApplicable()) }),
    ],
  },
  {
    id: 'divided-twice',
    headline: 'Divided by the number of keys',
    feedback:
      'You divide by the number of keys, in addition to the sum of the exponentials or instead of it. Divide once, by that sum: then the weights sum to 1.',
    ...attending({ finish: (out, _Q, K) => out.map((row) => row.map((x) => x / K.length)) }),
    variants: [
      attending({
        weigh: (S) => S.map((row) => row.map((s) => Math.exp(s - Math.max(...row)) / row.length)),
      }),
    ],
  },
  {
    id: 'key-skipped',
    headline: 'A key is never read',
    feedback:
      'Your loop misses a key: it starts at 1, or ends before `K.length - 1`. Every query meets every key. Start at 0 and go on while `j < K.length`.',
    ...attending({ weigh: (S) => S.map((row) => safeSoftmax(row).slice(0, -1)) }),
    variants: [
      attending({ weigh: (S) => S.map((row) => safeSoftmax(row).with(0, 0)) }),
      attending({ weigh: (S) => S.map((row) => (row.length === 1 ? [Number.NaN] : safeSoftmax(row.slice(0, -1)))) }),
      attending({ weigh: (S) => S.map((row) => (row.length === 1 ? [0] : safeSoftmax(row.slice(0, -1)))) }),
      attending({ weigh: (S) => S.map((row) => [0, ...(row.length === 1 ? [] : safeSoftmax(row.slice(1)))]) }),
    ],
  },
  {
    id: 'first-query-only',
    headline: 'Every row uses the first query',
    feedback:
      'All your rows are the same: each uses `Q[0]`. Every query gets its own row of scores, weights and output. Use the query of the row.',
    ...attending({ weigh: (S) => S.map(() => safeSoftmax(S[0] ?? [])) }),
  },
  {
    id: 'returns-weights',
    headline: 'Weights returned instead of output',
    feedback:
      'Your rows are the weights (or the scores), one number per key. One step is missing: multiply each row of `V` by its weight and add the products.',
    implementation: (Q, K) => scores(Q, K, 1 / Math.sqrt(getWidth(Q))).map(safeSoftmax),
    variants: [(Q, K) => scores(Q, K, 1 / Math.sqrt(getWidth(Q)))],
  },
]

export const misconceptions = [...wrongScale, ...wrongWeights, ...wrongMix]

/** @param missing  what stands where the query has no entry */
function added(missing: number) {
  return (out: number[][], Q: Rows) => out.map((row, i) => row.map((x, c) => x + (Q[i]?.[c] ?? missing)))
}
