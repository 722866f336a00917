import { attending, getWidth, notApplicable, type Rows, safeSoftmax, type Wrong } from './near-misses.ts'

/** Weights that are made of the right scores in a wrong way, or of the wrong scores. */
export const wrongWeights: readonly Wrong[] = [
  {
    id: 'softmax-over-queries',
    headline: 'Softmax over queries instead of keys',
    feedback:
      'Your weights sum to 1 along each column: the queries compete for a key. In attention the keys compete for a query, so every row sums to 1. Apply the softmax to each row of scores.',
    ...attending({ weigh: downTheColumns }),
  },
  {
    id: 'softmax-over-all',
    headline: 'One softmax for all queries',
    feedback:
      'You apply one softmax to the whole score matrix, so all weights together sum to 1. Each query’s weights have to sum to 1. Apply the softmax to each row separately.',
    ...attending({
      weigh: (S) => {
        const all = safeSoftmax(S.flat())
        return S.map((row, i) => all.slice(i * row.length, (i + 1) * row.length))
      },
    }),
  },
  {
    id: 'no-softmax',
    headline: 'Raw scores as weights',
    feedback:
      'You use the scores themselves as weights. Scores may be negative and may have any sum. Apply the softmax to each row first; then the result is an average.',
    ...attending({ weigh: (S) => S }),
  },
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
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    feedback:
      'You exponentiate the raw scores. Above 709 the exponential is `Infinity`, far below zero it is 0, and both lead to NaN. Subtract the largest score of the row first.',
    ...attending({ weigh: (S) => S.map((row) => shares(row.map((s) => Math.exp(s)))) }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    feedback:
      'Your running maximum starts at 0, so if all scores of a row are negative it stays 0. Far below zero every exponential is then 0, and `0 / 0` is NaN. Start at `-Infinity`.',
    ...attending({ weigh: (S) => S.map((row) => shares(row.map((s) => Math.exp(s - Math.max(0, ...row))))) }),
  },
  {
    id: 'hard-argmax',
    headline: 'Only the best key is used',
    feedback:
      'You return the value of the key with the highest score. That is a hard lookup, which has no useful gradient. In attention every value contributes in proportion to its weight.',
    ...attending({ weigh: (S) => S.map((row) => row.map((_, j) => (j === row.indexOf(Math.max(...row)) ? 1 : 0))) }),
    variants: [
      attending({ weigh: (S) => S.map((row) => row.map((_, j) => (j === row.lastIndexOf(Math.max(...row)) ? 1 : 0))) }),
    ],
  },
  {
    id: 'mean-of-values',
    headline: 'Every value has the same weight',
    feedback:
      'Each of your rows is the unweighted mean of the rows of `V`: the queries have no influence. Weight each value by the softmax of its key’s score.',
    ...attending({ weigh: (S) => S.map((row) => row.map(() => 1 / row.length)) }),
  },
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

function downTheColumns(S: Rows): number[][] {
  const columns = Array.from({ length: getWidth(S) }, (_, j) => safeSoftmax(S.map((row) => row[j] ?? Number.NaN)))
  return S.map((_, i) => columns.map((column) => column[i] ?? Number.NaN))
}
/** A row that sees nothing is NaN. */
function causalFromTheEnd(row: readonly number[], last: number): number[] {
  const e = row.map((s, j) => (j <= last ? Math.exp(s - Math.max(...row.slice(0, last + 1))) : 0))
  return shares(e)
}
function shares(row: readonly number[]): number[] {
  return row.map((s) => s / row.reduce((a, b) => a + b, 0))
}
