import { attending, safeSoftmax, scores, type Wrong, widthOf } from './near-misses.ts'
import { wrongScale } from './wrong-scale.ts'
import { wrongWeights } from './wrong-weights.ts'

/** The right weights, and then something else done with them. */
const wrongMix: readonly Wrong[] = [
  {
    id: 'average-of-keys',
    headline: 'You averaged the keys',
    say: 'Your output is weights · K. Keys decide how much is taken from each place; what is taken is the value. Use the same weights on the rows of `V`.',
    ...attending({ mixed: (K) => K }),
  },
  {
    id: 'residual',
    headline: 'The query is added to the output',
    say: 'You add the query to what it attends to. That is the residual connection of the block around attention. Attention itself returns the average of the values.',
    ...attending({ finish: (out, Q) => out.map((row, i) => row.map((x, c) => x + (Q[i]?.[c] ?? Number.NaN))) }),
  },
  {
    id: 'returns-weights',
    headline: 'You returned the weights',
    say: 'Your rows are the weights, one number for each key. One step is left: take that share of each row of `V` and add them up.',
    wrong: (Q, K) => scores(Q, K, 1 / Math.sqrt(widthOf(Q))).map(safeSoftmax),
  },
]

export const misconceptions = [...wrongScale, ...wrongWeights, ...wrongMix]
