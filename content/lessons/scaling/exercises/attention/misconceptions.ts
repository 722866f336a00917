import { attending, type Rows, safeSoftmax, scores, unfit, type Wrong, widthOf } from './near-misses.ts'
import { wrongScale } from './wrong-scale.ts'
import { wrongWeights } from './wrong-weights.ts'

/** The right weights, and then something else done with them. */
const wrongMix: readonly Wrong[] = [
  {
    id: 'average-of-keys',
    headline: 'Keys averaged instead of values',
    say: 'Your output is weights · K. Keys only determine the weights; the output is an average of the values. Apply the same weights to the rows of `V`.',
    ...attending({ mixed: (K) => K }),
    forms: [attending({ mixed: (K, V) => (widthOf(K) === widthOf(V) ? K : unfit()) })], // else the width is a matter of style
  },
  {
    id: 'residual',
    headline: 'Query added to the output',
    say: 'You add the query to the output. That is the residual connection, which belongs to the block around attention. Return only the average of the values.',
    ...attending({ finish: added(Number.NaN) }),
    forms: [
      attending({ finish: added(0) }),
      attending({ finish: (out, Q) => (widthOf(out) === widthOf(Q) ? added(0)(out, Q) : unfit()) }),
    ],
  },
  {
    id: 'returns-weights',
    headline: 'Weights returned instead of output',
    say: 'Your rows are the weights (or the scores), one number per key. One step is missing: multiply each row of `V` by its weight and add the products.',
    wrong: (Q, K) => scores(Q, K, 1 / Math.sqrt(widthOf(Q))).map(safeSoftmax),
    forms: [(Q, K) => scores(Q, K, 1 / Math.sqrt(widthOf(Q)))],
  },
]

export const misconceptions = [...wrongScale, ...wrongWeights, ...wrongMix]

/** @param missing  what stands where the query has no entry */
function added(missing: number) {
  return (out: number[][], Q: Rows) => out.map((row, i) => row.map((x, c) => x + (Q[i]?.[c] ?? missing)))
}
