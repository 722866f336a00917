/** What a row gives that may attend to nothing: zeros, or NaN as PyTorch gives. */
export interface SoftmaxOptions {
  readonly fullyMaskedRows?: 'zeros' | 'nan'
}

/**
 * Softmax of one row of scores: wⱼ = exp(sⱼ − max s) / Σₖ exp(sₖ − max s).
 *
 * Safe for any finite scores. A row whose scores are all −∞ (nothing may be attended to) gives zeros.
 *
 * @param scores  n numbers, −Infinity where masked
 * @param options  `fullyMaskedRows: 'nan'` gives NaN instead of zeros on a row that is all −∞
 * @returns n weights ≥ 0 with sum 1, or all 0
 * @throws RangeError when the row is empty or holds NaN or +Infinity
 * @complexity n exponentials, three passes
 * @see Milakov & Gimelshein 2018, Algorithm 2 (safe softmax)
 */
export function softmax(scores: readonly number[], options: SoftmaxOptions = {}): number[] {
  const max = maxScore(scores)
  if (max === Number.NEGATIVE_INFINITY) {
    return new Array<number>(scores.length).fill(options.fullyMaskedRows === 'nan' ? Number.NaN : 0)
  }
  const weights = new Array<number>(scores.length)
  let sum = 0
  for (let j = 0; j < scores.length; j++) {
    const e = Math.exp((scores[j] as number) - max)
    weights[j] = e
    sum += e
  }
  for (let j = 0; j < weights.length; j++) weights[j] = (weights[j] as number) / sum
  return weights
}

/**
 * Largest of the scores, the number that makes the exponents safe: all are ≤ 0 after it is subtracted.
 *
 * @param scores  n numbers, −Infinity allowed
 * @returns their maximum; −Infinity when all are
 * @throws RangeError when there is none, or one is NaN or +Infinity
 * @complexity O(n)
 * @see Milakov & Gimelshein 2018, Algorithm 2, lines 1 to 3
 */
export function maxScore(scores: readonly number[]): number {
  if (scores.length === 0) throw new RangeError('there are no scores: a softmax needs at least one')
  let max = Number.NEGATIVE_INFINITY
  for (let j = 0; j < scores.length; j++) {
    const s = scores[j] as number
    if (s > max) max = s
    else if (Number.isNaN(s)) throw new RangeError(`score ${j} is NaN: a softmax needs numbers below +Infinity`)
  }
  if (max === Number.POSITIVE_INFINITY) {
    throw new RangeError(`score ${scores.indexOf(max)} is +Infinity: a softmax needs numbers below it`)
  }
  return max
}
