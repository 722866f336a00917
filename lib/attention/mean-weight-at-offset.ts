import type { Matrix } from './matrix.ts'

/**
 * Mean attention mass at a fixed offset, over the rows where that position exists: −1 finds previous-token heads.
 *
 * @param weights  nQ × nK, rows of weights
 * @param offset  whole number, key − query
 * @returns the mean of weights[i][i + offset] over 0 ≤ i + offset < nK; 0 when there is no such row
 * @complexity O(nQ)
 * @see Voita et al. 2019, §5.1 (positional heads)
 */
export function meanWeightAtOffset(weights: Matrix, offset: number): number {
  const mass = weights.flatMap((row, i) => row[i + offset] ?? [])
  return mass.length === 0 ? 0 : mass.reduce((a, b) => a + b, 0) / mass.length
}

/**
 * Mean entropy of the rows, in nats: 0 for a head that looks at one token, ln n for one that looks at all alike.
 *
 * @param weights  nQ × nK; 0·ln 0 counts as 0, a row of zeros as a row of entropy 0
 * @returns 0 … ln nK
 * @throws RangeError when there is no row
 * @complexity nQ·nK logarithms
 * @see Clark et al. 2019, §3.3
 */
export function headEntropy(weights: Matrix): number {
  if (weights.length === 0) throw new RangeError('there is no row of weights')
  let sum = 0
  for (const row of weights) for (const p of row) if (p > 0) sum -= p * Math.log(p)
  return sum / weights.length
}
