import { attending, type Rows, safeSoftmax, scores, unfit, type Wrong, widthOf } from './near-misses.ts'
import { wrongScale } from './wrong-scale.ts'
import { wrongWeights } from './wrong-weights.ts'

/** The right weights, and then something else done with them. */
const wrongMix: readonly Wrong[] = [
  {
    id: 'average-of-keys',
    headline: 'You averaged the keys',
    say: 'Your output is weights · K. Keys decide how much is taken from each place; what is taken is the value. Use the same weights on the rows of `V`.',
    ...attending({ mixed: (K) => K }),
    forms: [attending({ mixed: (K, V) => (widthOf(K) === widthOf(V) ? K : unfit()) })], // else the width is a matter of style
  },
  {
    id: 'residual',
    headline: 'The query is added to the output',
    say: 'You add the query to what it attends to. That is the residual connection of the block around attention. Attention itself returns the average of the values.',
    ...attending({ finish: added(Number.NaN) }),
    forms: [
      attending({ finish: added(0) }),
      attending({ finish: (out, Q) => (widthOf(out) === widthOf(Q) ? added(0)(out, Q) : unfit()) }),
    ],
  },
  {
    id: 'returns-weights',
    headline: 'You returned the weights',
    say: 'Your rows are the weights (or the scores), one number for each key. One step is left: take that share of each row of `V` and add them up.',
    wrong: (Q, K) => scores(Q, K, 1 / Math.sqrt(widthOf(Q))).map(safeSoftmax),
    forms: [(Q, K) => scores(Q, K, 1 / Math.sqrt(widthOf(Q)))],
  },
]

export const misconceptions = [...wrongScale, ...wrongWeights, ...wrongMix]

/** @param missing  what stands where the query has no entry */
function added(missing: number) {
  return (out: number[][], Q: Rows) => out.map((row, i) => row.map((x, c) => x + (Q[i]?.[c] ?? missing)))
}
