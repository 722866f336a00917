import type { Mistake, Rows } from './mistake.ts'

// Mistakes in the softmax. Each function is given the exercise's parametrized solution, as a function of the step that
// is wrong, and returns the misconception. `wording` fits the text to the exercise.

/** What is subtracted from the scores before they are exponentiated: their maximum, if the code is right. */
export type Shift = (scores: readonly number[]) => number
/** Turns scores, n × m, into weights: the softmax of each row, if the code is right. */
export type Weigh = (scores: Rows) => Rows

/** The softmax of each row, with another number subtracted from its scores. NaN and infinities go through. */
export const softmaxRowsWith =
  (shift: Shift): Weigh =>
  (scores) =>
    scores.map((row) => {
      const exponentials = row.map((s) => Math.exp(s - shift(row)))
      const sum = exponentials.reduce((a, b) => a + b, 0)
      return exponentials.map((e) => e / sum)
    })

/**
 * Nothing is subtracted before the exponential.
 *
 * @param wording  what should be subtracted
 */
export function noMax<Faulty extends object>(
  withShift: (shift: Shift) => Faulty,
  { wording = 'the largest score of the row' }: { readonly wording?: string } = {},
): Mistake & Faulty {
  return {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    feedback: `You exponentiate the raw scores. Above 709 the exponential is \`Infinity\`, far below zero it is 0, and both lead to NaN. Subtract ${wording} first.`,
    ...withShift(() => 0),
  }
}

/**
 * The running maximum starts at 0 and stays there if all scores are negative.
 *
 * @param wording  which scores the maximum is taken of
 */
export function maxFromZero<Faulty extends object>(
  withShift: (shift: Shift) => Faulty,
  { wording = 'all scores of a row' }: { readonly wording?: string } = {},
): Mistake & Faulty {
  return {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    feedback: `Your running maximum starts at 0, so if ${wording} are negative it stays 0. Far below zero every exponential is then 0, and \`0 / 0\` is NaN. Start at \`-Infinity\`.`,
    ...withShift((scores) => Math.max(0, ...scores)),
  }
}

/** The scores are the weights. */
export function noSoftmax<Faulty extends object>(withWeigh: (weigh: Weigh) => Faulty): Mistake & Faulty {
  return {
    id: 'no-softmax',
    headline: 'Raw scores as weights',
    feedback:
      'You use the scores themselves as weights. Scores may be negative and may have any sum. Apply the softmax to each row first; then the result is an average.',
    ...withWeigh((scores) => scores),
  }
}

/** The softmax runs down the columns instead of along the rows. */
export function softmaxOverQueries<Faulty extends object>(withWeigh: (weigh: Weigh) => Faulty): Mistake & Faulty {
  return {
    id: 'softmax-over-queries',
    headline: 'Softmax over queries instead of keys',
    feedback:
      'Your weights sum to 1 along each column: the queries compete for a key. In attention the keys compete for a query, so every row sums to 1. Apply the softmax to each row of scores.',
    ...withWeigh((scores) => transpose(softmaxRows(transpose(scores)))),
  }
}

/** One softmax over the whole matrix of scores. */
export function softmaxOverAll<Faulty extends object>(withWeigh: (weigh: Weigh) => Faulty): Mistake & Faulty {
  return {
    id: 'softmax-over-all',
    headline: 'One softmax for all queries',
    feedback:
      'You apply one softmax to the whole score matrix, so all weights together sum to 1. Each query’s weights have to sum to 1. Apply the softmax to each row separately.',
    ...withWeigh((scores) => {
      const [all = []] = softmaxRows([scores.flat()])
      return scores.map((row, i) => row.map((_, j) => all[i * row.length + j] ?? 0))
    }),
  }
}

/** Every key has the same weight. */
export function meanOfValues<Faulty extends object>(withWeigh: (weigh: Weigh) => Faulty): Mistake & Faulty {
  return {
    id: 'mean-of-values',
    headline: 'Every value has the same weight',
    feedback:
      'Each of your rows is the unweighted mean of the values: queries and keys have no influence. Weight each value by the softmax of its key’s score.',
    ...withWeigh((scores) => scores.map((row) => row.map(() => 1 / row.length))),
  }
}

/** All of the weight is on the best key: the first of them, or the last. */
export function hardArgmax<Faulty extends object>(
  withWeigh: (weigh: Weigh) => Faulty,
): Mistake & Faulty & { readonly variants: readonly Faulty[] } {
  const onlyAt = (find: (row: readonly number[], max: number) => number) =>
    withWeigh((scores) => scores.map((row) => row.map((_, j) => (j === find(row, Math.max(...row)) ? 1 : 0))))
  return {
    id: 'hard-argmax',
    headline: 'Only the best key is used',
    feedback:
      'You return the value of the key with the highest score. That is a hard lookup, which has no useful gradient. In attention every value contributes in proportion to its weight.',
    ...onlyAt((row, max) => row.indexOf(max)),
    variants: [onlyAt((row, max) => row.lastIndexOf(max))],
  }
}

/**
 * The softmax is applied to exponentials, with or without a maximum subtracted first.
 *
 * @param withPrepared  the solution, as a function of what becomes of a row of scores before the softmax
 */
export function expTwice<Faulty extends object>(
  withPrepared: (prepare: (scores: readonly number[]) => readonly number[]) => Faulty,
): Mistake & Faulty & { readonly variants: readonly Faulty[] } {
  return {
    id: 'exp-twice',
    headline: 'The exponential is applied twice',
    feedback:
      'You raise e to the scores and then apply the softmax, which raises e to the results. The largest score then takes nearly all of the weight, and a score of 710 gives NaN. Apply the softmax to the scores themselves.',
    ...withPrepared((scores) => scores.map((s) => Math.exp(s))),
    variants: [withPrepared((scores) => scores.map((s) => Math.exp(s - Math.max(...scores))))],
  }
}

const softmaxRows = softmaxRowsWith((scores) => Math.max(...scores))
const transpose = (rows: Rows): Rows => (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? Number.NaN))
