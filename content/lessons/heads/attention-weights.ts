import type { Random } from '#lib/grading/random.ts'
import type { Matrix } from '#lib/grading/value.ts'

/** nQ rows of nK weights that sum to 1, drawn at random; the larger `spread`, the sharper they are. */
export const randomWeights = (random: Random, nQ: number, nK: number, spread = 1.5): number[][] =>
  random.matrix(nQ, nK, spread).map(normalize)

/** n rows of weights as a decoder has them: row i sums to 1 over keys 0 … i, and later keys have weight 0. */
export const randomCausalWeights = (random: Random, n: number): number[][] =>
  random.matrix(n, n, 1.5).map((row, i) => [...normalize(row.slice(0, i + 1)), ...new Array<number>(n - i - 1).fill(0)])

/** Whether every entry may be a weight: not negative, and at most 1. */
export const isWeights = (weights: Matrix): boolean => weights.every((row) => row.every((w) => w >= 0 && w <= 1))

function normalize(scores: readonly number[]): number[] {
  const powers = scores.map((s) => Math.exp(s))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((p) => p / sum)
}
