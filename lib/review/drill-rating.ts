import type { Rating } from './memory-state.ts'

/** How a drill ended: an exercise built again from a blank file, against the clock. */
export interface DrillResult {
  readonly passed: boolean
  /** Graded runs, the last one included. */
  readonly runs: number
  /** How long it took, in milliseconds. */
  readonly ms: number
  /** The time that it had, in milliseconds. */
  readonly limit: number
}

/**
 * The rating that a drill earns.
 *
 * | passed | when | rating |
 * |---|---|---|
 * | no | | 1 again |
 * | yes | over time, or after more than three runs | 2 hard |
 * | yes | in time, within three runs | 3 good |
 * | yes | at the first run, in half the time | 4 easy |
 */
export function rateDrill({ passed, runs, ms, limit }: DrillResult): Rating {
  if (!passed) return 1
  if (ms > limit || runs > 3) return 2
  return runs <= 1 && ms <= limit / 2 ? 4 : 3
}

/**
 * The rating that the first pass in the lesson gives its drill. The lesson has hints and no clock, so it is never easy:
 * again when the solution had been seen, hard after more than six runs, else good.
 */
export function initialRating({ assisted, runs }: { readonly assisted: boolean; readonly runs: number }): Rating {
  if (assisted) return 1
  return runs > 6 ? 2 : 3
}
