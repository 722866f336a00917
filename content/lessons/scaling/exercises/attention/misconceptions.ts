import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { mix, type Rows, safeSoftmax, scores, widthOf } from './near-misses.ts'
import { wrongScale } from './wrong-scale.ts'
import { wrongWeights } from './wrong-weights.ts'

export type AttentionArgs = [Q: Rows, K: Rows, V: Rows]

/** The right weights, and then something else done with them. */
const wrongMix: readonly FunctionMisconception<AttentionArgs>[] = [
  {
    id: 'average-of-keys',
    headline: 'You averaged the keys',
    say: 'Your output is weights · K. Keys decide how much is taken from each place; what is taken is the value. Use the same weights on the rows of `V`.',
    wrong: (Q, K) => weights(Q, K).map((w) => mix(w, K)),
  },
  {
    id: 'residual',
    headline: 'The query is added to the output',
    say: 'You add the query to what it attends to. That is the residual connection of the block around attention. Attention itself returns the average of the values.',
    wrong: (Q, K, V) => weights(Q, K).map((w, i) => mix(w, V).map((x, c) => x + (Q[i]?.[c] ?? Number.NaN))),
  },
  {
    id: 'returns-weights',
    headline: 'You returned the weights',
    say: 'Your rows are the weights, one number for each key. One step is left: take that share of each row of `V` and add them up.',
    wrong: (Q, K) => weights(Q, K),
  },
]

const weights = (Q: Rows, K: Rows): number[][] => scores(Q, K, 1 / Math.sqrt(widthOf(Q))).map(safeSoftmax)

export const misconceptions = [...wrongScale, ...wrongWeights, ...wrongMix]
