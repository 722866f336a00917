import { attending, type Rows, safeSoftmax, unfit, type Wrong, widthOf } from './near-misses.ts'

/** Weights that are made of the right scores in a wrong way, or of the wrong scores. */
export const wrongWeights: readonly Wrong[] = [
  {
    id: 'softmax-over-queries',
    headline: 'The softmax runs over the queries',
    say: 'Your weights sum to 1 along each column: the queries compete for a key. In attention the keys compete for a query, so every row sums to 1. Softmax each row of scores.',
    ...attending({ weigh: downTheColumns }),
  },
  {
    id: 'softmax-over-all',
    headline: 'All queries share one softmax',
    say: 'You put the whole matrix of scores through one softmax, so all weights together sum to 1. Each query shares out a whole of its own: softmax each row by itself.',
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
    say: 'You mix the values with the scores themselves. Scores may be negative and sum to anything. Put each row through softmax first: then the result is an average.',
    ...attending({ weigh: (S) => S }),
  },
  {
    id: 'divide-by-sum',
    headline: 'Shares of the raw scores',
    say: 'You divide each score by the sum of its row. With mixed signs the shares are negative or huge. Softmax raises e to each score first, and then divides.',
    ...attending({ weigh: (S) => S.map(shares) }),
  },
  {
    id: 'not-normalised',
    headline: 'The weights do not sum to 1',
    say: 'You use `Math.exp(score)` as the weight and never divide. The output grows with the number of keys and leaves the range of the values. Divide by the sum of the exponentials.',
    ...attending({ weigh: (S) => S.map((row) => row.map((s) => Math.exp(s))) }),
    forms: [attending({ weigh: (S) => S.map((row) => row.map((s) => Math.exp(s - Math.max(...row)))) })],
  },
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    say: 'Your softmax raises e to the scores as they are. Above 709 that is `Infinity`, far below zero it is 0, and both end in NaN. Subtract the largest score of the row first.',
    ...attending({ weigh: (S) => S.map((row) => shares(row.map((s) => Math.exp(s)))) }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    say: 'Your search for the largest score of a row begins at 0, so when all scores are negative it finds 0. Far below zero every exponential is then 0, and `0 / 0` is NaN. Begin at `-Infinity`.',
    ...attending({ weigh: (S) => S.map((row) => shares(row.map((s) => Math.exp(s - Math.max(0, ...row))))) }),
  },
  {
    id: 'hard-argmax',
    headline: 'Only the best key counts',
    say: 'You return the value of the key with the highest score. That is an ordinary look-up, and it has no gradient. In attention every value counts by its weight.',
    ...attending({ weigh: (S) => S.map((row) => row.map((_, j) => (j === row.indexOf(Math.max(...row)) ? 1 : 0))) }),
    forms: [
      attending({ weigh: (S) => S.map((row) => row.map((_, j) => (j === row.lastIndexOf(Math.max(...row)) ? 1 : 0))) }),
    ],
  },
  {
    id: 'mean-of-values',
    headline: 'Every value counts the same',
    say: 'Each of your rows is the plain mean of the rows of `V`: the queries have no influence. Weigh each value by how well its key matches the query.',
    ...attending({ weigh: (S) => S.map((row) => row.map(() => 1 / row.length)) }),
  },
  {
    id: 'scores-against-values',
    headline: 'The queries met the values',
    say: 'You compare each query with the rows of `V`. Values have no say in the weights, and may have another width than the query. The scores are dot products with the rows of `K`.',
    ...attending({ against: (_K, V) => V }),
    forms: [attending({ against: (K, V) => (widthOf(K) === widthOf(V) ? V : unfit()) })],
  },
  {
    id: 'causal-mask-added',
    headline: 'You hid the later keys',
    say: 'Row i of your output uses keys 0…i only. That is a causal mask, two lessons early: here every query sees every key.',
    ...attending({ weigh: (S) => S.map((row, i) => safeSoftmax(row.slice(0, i + 1))) }),
    forms: [attending({ weigh: (S) => S.map((row, i) => causalFromTheEnd(row, i + row.length - S.length)) })],
  },
]

function downTheColumns(S: Rows): number[][] {
  const columns = Array.from({ length: widthOf(S) }, (_, j) => safeSoftmax(S.map((row) => row[j] ?? Number.NaN)))
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
