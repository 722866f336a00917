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
