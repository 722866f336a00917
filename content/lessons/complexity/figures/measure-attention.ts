import { attentionSteps } from '#lib/attention/attention.ts'
import { Random } from '#lib/grading/random.ts'

/** Width of the head that is measured. */
export const WIDTH = 64
/** Numbers of tokens, each twice the one before. */
export const SIZES = [32, 64, 128, 256, 512, 1024] as const
/** A size that would take longer than this is left out: the page stands still while attention runs. */
const MAX_RUN_MS = 600
/** What is faster than this is run several times, as browsers round their clocks. */
const MIN_TIMED_MS = 12
/** How many of the largest sizes the slope is fitted to. */
export const FITTED = 3

/** How long attention over n tokens took, and how many scores it stored. */
export interface Measurement {
  readonly n: number
  readonly ms: number
  readonly scores: number
}

/** Runs attention over n tokens and returns the number of scores that it stored. */
export type RunAttention = (n: number) => number

/** A run of the reference engine, with the n × n scores kept, on random tokens that are the same for each n. */
export function createRun(seed: number): RunAttention {
  const random = new Random(seed)
  const largest = Math.max(...SIZES)
  const [Q, K, V] = [0, 1, 2].map(() => random.matrix(largest, WIDTH))
  return (n) => {
    const { scores } = attentionSteps((Q ?? []).slice(0, n), (K ?? []).slice(0, n), (V ?? []).slice(0, n))
    return scores.reduce((count, row) => count + row.length, 0)
  }
}

/**
 * The time of one run over n tokens: the best of three timings, each of as many runs as the clock needs.
 *
 * @param now  a clock, in milliseconds
 */
export function measureRun(n: number, run: RunAttention, now: () => number): Measurement {
  let scores = run(n) // the first run also compiles the code
  let repeats = 1
  let best = Number.POSITIVE_INFINITY
  for (let timing = 0; timing < 3; timing++) {
    const start = now()
    for (let i = 0; i < repeats; i++) scores = run(n)
    const ms = now() - start
    if (ms < MIN_TIMED_MS && repeats < MAX_REPEATS) {
      repeats *= 4
      timing--
    } else {
      best = Math.min(best, ms / repeats)
      if (ms > MAX_RUN_MS / 4) break
    }
  }
  return { n, ms: best, scores }
}
const MAX_REPEATS = 4 ** 5

/** Whether attention over twice as many tokens is quick enough to be measured as well. */
export const isNextAffordable = ({ ms }: Measurement): boolean => 4 * ms <= MAX_RUN_MS

/**
 * The slope of a line through points on two logarithmic axes, by least squares: y grows like x to this power.
 *
 * @throws RangeError with fewer than two points
 */
export function fitSlope(points: readonly (readonly [x: number, y: number])[]): number {
  if (points.length < 2) throw new RangeError(`a slope needs two points, not ${points.length}`)
  const xs = points.map(([x]) => Math.log(x))
  const ys = points.map(([, y]) => Math.log(y))
  const [meanX, meanY] = [mean(xs), mean(ys)]
  const covariance = mean(xs.map((x, i) => (x - meanX) * ((ys[i] ?? 0) - meanY)))
  return covariance / mean(xs.map((x) => (x - meanX) ** 2))
}

/** How the time grew over the largest sizes, and whether n² explains it. */
export interface Growth {
  readonly slope: number
  readonly sizes: readonly number[]
  readonly agreement: 'slower' | 'as-predicted' | 'faster'
}

/** The growth over the largest sizes; undefined until enough of them are measured. */
export function computeGrowth(measurements: readonly Measurement[]): Growth | undefined {
  const fitted = measurements.filter(({ ms }) => ms > 0).slice(-FITTED)
  if (fitted.length < FITTED) return undefined
  const slope = fitSlope(fitted.map(({ n, ms }) => [n, ms]))
  return {
    slope,
    sizes: fitted.map(({ n }) => n),
    agreement: slope < 2 - TOLERANCE ? 'slower' : slope > 2 + TOLERANCE ? 'faster' : 'as-predicted',
  }
}
const TOLERANCE = 0.15

const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length
