import { dot } from '#lib/attention/matrix.ts'
import { softmax } from '#lib/attention/softmax.ts'
import { Random } from '#lib/grading/random.ts'

/** Head widths that are looked at, each twice the one before. */
export const WIDTHS = [4, 8, 16, 32, 64, 128, 256, 512] as const
export const QUERIES = 64
export const KEYS = 32
/** Correlation of a query's components with those of its matching key, where they are correlated. */
export const CORRELATION = 0.25

export type Vectors = 'independent' | 'correlated'

/** What a softmax makes of scores: for a typical query. */
export interface Softness {
  /** Mean entropy of the weights in bits: log₂ 32 = 5 where all keys count the same, 0 where one takes all. */
  readonly entropy: number
  /** Median of the largest entry of the Jacobian diag(p) − ppᵀ, at most ¼. */
  readonly jacobian: number
}

/** How far the unscaled softmax of a width has saturated, by its slope compared with that of the scaled one. */
export type Saturation = 'none' | 'begun' | 'complete'

/**
 * Sharper weights first have the larger slope. Once one key has nearly all of the weight the slope falls: the softmax
 * begins to saturate where it is the smaller one, and has saturated below a tenth of the scaled one.
 */
export function classifySaturation({
  withScale,
  withoutScale,
}: Pick<Spread, 'withScale' | 'withoutScale'>): Saturation {
  if (withoutScale.jacobian >= withScale.jacobian) return 'none'
  return withoutScale.jacobian < withScale.jacobian / 10 ? 'complete' : 'begun'
}

/** Dot products of random queries and keys at one head width, with and without the scale 1/√d. */
export interface Spread {
  readonly d: number
  readonly raw: readonly number[]
  readonly scaled: readonly number[]
  /** Standard deviation of the raw scores. */
  readonly deviation: number
  readonly withoutScale: Softness
  readonly withScale: Softness
}

/**
 * How q·k spreads at each head width, for 64 queries and 32 keys with components of mean 0 and variance 1.
 *
 * A wider head adds components to the same vectors: its scores are those of the narrower one plus new terms.
 *
 * @param vectors  correlated: each query has a key that is like it, as training makes them
 * @returns one spread for each of `WIDTHS`; the same for the same seed
 */
export function scoreSpread(vectors: Vectors, seed: number): readonly Spread[] {
  const widest = WIDTHS[WIDTHS.length - 1] ?? 0
  const { Q, K } = draw(vectors, widest, new Random(seed))
  let rows: number[][] = Q.map(() => K.map(() => 0))
  let from = 0
  return WIDTHS.map((d) => {
    const q = Q.map((row) => row.slice(from, d))
    const k = K.map((row) => row.slice(from, d))
    rows = rows.map((row, i) => row.map((s, j) => s + dot(q[i] ?? [], k[j] ?? [])))
    from = d
    const scaledRows = rows.map((row) => row.map((s) => s / Math.sqrt(d)))
    const raw = rows.flat()
    return {
      d,
      raw,
      scaled: scaledRows.flat(),
      deviation: computeDeviation(raw),
      withoutScale: softness(rows),
      withScale: softness(scaledRows),
    }
  })
}

function draw(vectors: Vectors, width: number, random: Random) {
  const K = random.matrix(KEYS, width)
  const noise = random.matrix(QUERIES, width)
  if (vectors === 'independent') return { Q: noise, K }
  const rest = Math.sqrt(1 - CORRELATION ** 2)
  const Q = noise.map((row, i) => row.map((x, c) => rest * x + CORRELATION * (K[i % KEYS]?.[c] ?? 0)))
  return { Q, K }
}

function softness(rows: readonly (readonly number[])[]): Softness {
  const weights = rows.map((row) => softmax(row))
  return { entropy: mean(weights.map(computeEntropy)), jacobian: median(weights.map(largestSlope)) }
}

/** −Σ p·log₂ p, with 0·log 0 = 0. */
export const computeEntropy = (p: readonly number[]): number =>
  p.reduce((sum, x) => (x > 0 ? sum - x * Math.log2(x) : sum), 0)

/** Largest entry of diag(p) − ppᵀ by size. It lies on the diagonal: pᵢpⱼ ≤ pᵢ(1 − pᵢ) for j ≠ i. */
export const largestSlope = (p: readonly number[]): number => Math.max(...p.map((x) => x * (1 - x)))

const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length

function computeDeviation(x: readonly number[]): number {
  const m = mean(x)
  return Math.sqrt(mean(x.map((v) => (v - m) ** 2)))
}

function median(x: readonly number[]): number {
  const sorted = [...x].sort((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}
