import type { DeskItem } from './desk.ts'
import { recallAfter, recallAt, stabilityAfter } from './schedule.ts'

const DAY = 86_400_000
const MINUTE = 60_000

/**
 * What a review of an item now is worth: how much likelier it will be recalled at the horizon, times how often it is
 * asked, for each minute that it takes.
 *
 * The answer is right with the probability p that FSRS gives it now (good), else wrong (again):
 * worth = weight · (p · R(S_good) + (1 − p) · R(S_again) − R(S)) / minutes, R being recall at the horizon.
 */
export function worthOf({ kind, memory, weight, ms }: DeskItem, now: number, horizon: number): number {
  const days = Math.max(0, horizon - now) / DAY
  const since = memory.lastReview === undefined ? 0 : (now - memory.lastReview) / DAY
  // a new item is learned to the end: its first answer does not decide
  const p = memory.state === 'new' ? 1 : recallAt(memory, now)
  const after = (rating: 1 | 3): number => recallAfter(stabilityAfter(kind, memory, rating, since), days)
  const gain = p * after(3) + (1 - p) * after(1) - recallAt(memory, horizon)
  return (weight * Math.max(0, gain)) / Math.max(ms / MINUTE, 1 / 60)
}
