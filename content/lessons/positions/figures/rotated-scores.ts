import { dot } from '#lib/attention/matrix.ts'
import { rope, ropeInterleaved } from '#lib/attention/rope.ts'
import { Random } from '#lib/grading/random.ts'

export const HEAD_WIDTH = 64
/** Distances that are looked at. */
export const DISTANCES = Array.from({ length: 65 }, (_, i) => i)
export const BASES = [100, 1_000, 10_000, 500_000] as const

/** Which entries make a pair, in the query and in the key. */
export type Layouts = 'both half-split' | 'both interleaved' | 'mixed'

/**
 * Scores of a query and a key with the same contents, after RoPE, against their distance.
 *
 * @param start  position of the key; the query is `distance` tokens later
 * @param layouts  mixed: the query is rotated in interleaved pairs, the key in half-split ones
 * @returns one score per entry of `DISTANCES`, divided by √d
 */
export function computeScores(start: number, base: number, layouts: Layouts): readonly number[] {
  const content = new Random(SEED).vector(HEAD_WIDTH)
  const rotateQuery = layouts === 'both half-split' ? rope : ropeInterleaved
  const rotateKey = layouts === 'both interleaved' ? ropeInterleaved : rope
  const key = rotateKey(content, start, base)
  return DISTANCES.map((distance) => dot(rotateQuery(content, start + distance, base), key) / Math.sqrt(HEAD_WIDTH))
}

const SEED = 3

/** The largest difference between two lists of scores. */
export const findLargestGap = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((score, i) => Math.abs(score - (b[i] ?? score))))
