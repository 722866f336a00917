import 'server-only'
import { createHash } from 'node:crypto'
import { ITEM_RECORD_VERSION } from '#lib/review/item-state.ts'
import type { InitialReview } from '#lib/review/replay.ts'
import { describeScheduler } from '#lib/review/schedule.ts'

/** The basis of a row that must be recomputed in any case. */
export const STALE_BASIS = ''

/**
 * A key for everything besides the log that an item’s stored state depends on: our code’s version, the scheduler and
 * its parameters, the learner’s desired retention, and the pass that began a drill. A row with a different basis is
 * outdated.
 */
export function computeItemStateBasis(retention: number, seed?: InitialReview): string {
  const scheduler = hashScheduler(retention)
  return seed ? `${scheduler} ${seed.rating}@${seed.at}` : scheduler
}

function hashScheduler(retention: number): string {
  const cached = hashes.get(retention)
  if (cached !== undefined) return cached
  const text = `${ITEM_RECORD_VERSION} ${describeScheduler(retention)}`
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  if (hashes.size >= MAX_HASHES) hashes.clear()
  hashes.set(retention, hash)
  return hash
}
const hashes = new Map<number, string>()
const MAX_HASHES = 1000
