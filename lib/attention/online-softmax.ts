/** What is known of the scores read so far. */
export interface OnlineSoftmaxState {
  /** Their maximum, −Infinity before the first. */
  readonly max: number
  /** Σ exp(x − max), ≥ 1 after the first finite one, 0 before. */
  readonly sum: number
}

/**
 * Maximum and normalizer of a softmax in one pass, without storing the scores.
 *
 * When a larger score comes, the sum so far shrinks by exp(old max − new max) ≤ 1.
 *
 * @param xs  scores, read once; −Infinity counts as nothing
 * @returns the maximum and Σ exp(x − max); { −Infinity, 0 } when there is none
 * @throws RangeError when a score is NaN or +Infinity
 * @complexity n exponentials, two numbers of state
 * @see Milakov & Gimelshein 2018, Algorithm 3
 */
export function onlineSoftmax(xs: Iterable<number>): OnlineSoftmaxState {
  let running: OnlineSoftmaxState = { max: Number.NEGATIVE_INFINITY, sum: 0 }
  for (const x of xs) running = update(running, x)
  return running
}

/**
 * One step of the online softmax.
 *
 * @param x  the next score
 * @param running  what is known so far
 * @returns what is known now
 * @throws RangeError when the score is NaN or +Infinity
 * @complexity one exponential
 * @see Milakov & Gimelshein 2018, Algorithm 3, lines 4 and 5
 */
export function update({ max, sum }: OnlineSoftmaxState, x: number): OnlineSoftmaxState {
  if (!(x < Number.POSITIVE_INFINITY)) throw new RangeError(`a score is ${x}: a softmax needs numbers below +Infinity`)
  if (x === Number.NEGATIVE_INFINITY) return { max, sum }
  if (x <= max) return { max, sum: sum + Math.exp(x - max) }
  return { max: x, sum: sum * Math.exp(max - x) + 1 }
}
