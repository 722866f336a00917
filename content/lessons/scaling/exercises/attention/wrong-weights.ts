import {
  expTwice,
  hardArgmax,
  maxFromZero,
  meanOfValues,
  noMax,
  noSoftmax,
  softmaxOverAll,
  softmaxOverQueries,
  softmaxRowsWith,
} from '#content/mistakes/softmax.ts'
import { attending, getWidth, notApplicable, type Rows, safeSoftmax, type Wrong } from './near-misses.ts'

/** Weights that are made of the right scores in a wrong way, or of the wrong scores. */
export const wrongWeights: readonly Wrong[] = [
  softmaxOverQueries((weigh) => attending({ weigh })),
  softmaxOverAll((weigh) => attending({ weigh })),
  noSoftmax((weigh) => attending({ weigh })),
  {
    id: 'divide-by-sum',
    headline: 'Scores divided by their sum',
    feedback:
      'You divide each score by the sum of its row. With mixed signs the results are negative or huge. Softmax raises e to each score first, and then divides by the sum.',
    ...attending({ weigh: (S) => S.map(shares) }),
  },
  {
    id: 'not-normalised',
    headline: 'The weights do not sum to 1',
    feedback:
      'You use `Math.exp(score)` as the weight and never divide. The output grows with the number of keys and leaves the range of the values. Divide by the sum of the exponentials.',
    ...attending({ weigh: (S) => S.map((row) => row.map((s) => Math.exp(s))) }),
    variants: [attending({ weigh: (S) => S.map((row) => row.map((s) => Math.exp(s - Math.max(...row)))) })],
  },
  noMax((shift) => attending({ weigh: softmaxRowsWith(shift) })),
  maxFromZero((shift) => attending({ weigh: softmaxRowsWith(shift) })),
  {
    id: 'one-maximum',
    headline: 'One maximum for all rows',
    feedback:
      'You subtract the largest score of the whole matrix. In a row that is far below it every exponential is 0, and `0 / 0` is NaN. Subtract from each row its own maximum.',
    ...attending({ weigh: underOneMaximum }),
  },
  hardArgmax((weigh) => attending({ weigh })),
  expTwice((prepare) => attending({ weigh: (S) => softmaxRowsWith((scores) => Math.max(...scores))(S.map(prepare)) })),
  meanOfValues((weigh) => attending({ weigh })),
  {
    id: 'scores-against-values',
    headline: 'Scores computed with values instead of keys',
    feedback:
      'You compare each query with the rows of `V`. Values do not determine the weights, and may have a different width from the query. Compute the scores with the rows of `K`.',
    ...attending({ against: (_K, V) => V }),
    variants: [attending({ against: (K, V) => (getWidth(K) === getWidth(V) ? V : notApplicable()) })],
  },
  {
    id: 'causal-mask-added',
    headline: 'Later keys masked',
    feedback:
      'Row i of your output uses only keys 0…i. That is a causal mask; here every query sees every key. Remove the condition on `j`.',
    ...attending({ weigh: (S) => S.map((row, i) => safeSoftmax(row.slice(0, i + 1))) }),
    variants: [attending({ weigh: (S) => S.map((row, i) => causalFromTheEnd(row, i + row.length - S.length)) })],
  },
]

/** The softmax of each row, with the largest score of all rows subtracted. */
function underOneMaximum(S: Rows): Rows {
  const largest = Math.max(...S.flat())
  return softmaxRowsWith(() => largest)(S)
}

/** A row that sees nothing is NaN. */
function causalFromTheEnd(row: readonly number[], last: number): number[] {
  const e = row.map((s, j) => (j <= last ? Math.exp(s - Math.max(...row.slice(0, last + 1))) : 0))
  return shares(e)
}
function shares(row: readonly number[]): number[] {
  return row.map((s) => s / row.reduce((a, b) => a + b, 0))
}
