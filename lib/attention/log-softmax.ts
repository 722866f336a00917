import { maxScore } from './softmax.ts'

/**
 * Logarithm of the softmax of one row: log wⱼ = sⱼ − lse, where lse = max s + ln Σₖ exp(sₖ − max s).
 *
 * More exact than the logarithm of a softmax: a weight that underflows to 0 keeps its finite logarithm.
 *
 * @param scores  n numbers, −Infinity where masked
 * @returns n numbers ≤ 0, −Infinity where masked; all −Infinity when nothing may be attended to
 * @throws RangeError when the row is empty or holds NaN or +Infinity
 * @complexity n exponentials
 * @see Milakov & Gimelshein 2018, Algorithm 2
 */
export function logSoftmax(scores: readonly number[]): number[] {
  const lse = logSumExp(scores)
  if (lse === Number.NEGATIVE_INFINITY) return scores.map(() => Number.NEGATIVE_INFINITY)
  return scores.map((s) => s - lse)
}

/**
 * Logarithm of the sum of exponentials, safe for any finite scores.
 *
 * @param scores  n numbers, −Infinity allowed
 * @returns lse = max s + ln Σₖ exp(sₖ − max s); −Infinity when all scores are
 * @throws RangeError when there is no score, or one is NaN or +Infinity
 * @complexity n exponentials
 * @see Milakov & Gimelshein 2018, Algorithm 2
 */
export function logSumExp(scores: readonly number[]): number {
  const max = maxScore(scores)
  if (max === Number.NEGATIVE_INFINITY) return max
  let sum = 0
  for (const s of scores) sum += Math.exp(s - max)
  return max + Math.log(sum)
}
