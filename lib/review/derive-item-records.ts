import { cappedDurationMs } from './estimate-durations.ts'
import {
  type ItemRecord,
  MAX_DURATIONS,
  MAX_MONTH_REVIEWS,
  MAX_RECENT_REVIEWS,
  MONTH_MS,
  RECENT_MS,
} from './item-state.ts'
import type { LogEntry } from './log.ts'
import { getItemKind, type InitialReview, replay, withoutUndone } from './replay.ts'

/**
 * Derives the record of every item in a log or a seed from one replay of the whole log.
 *
 * Slow, and independent of `ItemReplay`, which keeps the stored records up to date: they share only the scheduler.
 * Tests and `npm run learner:replay` compare the two.
 */
export function deriveItemRecords(
  entries: readonly LogEntry[],
  seeds: readonly InitialReview[],
  retention: number,
): Map<string, ItemRecord> {
  const { memories, reviews, suspended, buriedUntil, requestedAt, chosen } = replay(entries, seeds, retention)
  const reviewsByItem = Map.groupBy(reviews, ({ item }) => item)
  const eventsByItem = Map.groupBy([...withoutUndone(entries), ...seeds], ({ item }) => item)
  const items = new Set([...entries, ...seeds].map(({ item }) => item))
  return new Map(
    [...items].map((item): [string, ItemRecord] => {
      const mine = reviewsByItem.get(item) ?? []
      const lastReviewAt = mine.at(-1)?.at ?? 0
      const firstRecent = mine.findIndex(({ at }) => at >= lastReviewAt - RECENT_MS)
      const events = eventsByItem.get(item) ?? []
      const isAdded = chosen.get(item.replace('lesson:', ''))
      return [
        item,
        {
          state: {
            ...(memories.has(item) && { memory: memories.get(item) }),
            ...(events.length > 0 && { lastEntryAt: Math.max(...events.map(({ at }) => at)) }),
            suspended: suspended.has(item),
            ...(buriedUntil.has(item) && { buriedUntil: buriedUntil.get(item) }),
            ...(requestedAt.has(item) && { askedAt: requestedAt.get(item) }),
            ...(item.startsWith('lesson:') && isAdded !== undefined && { isAdded }),
            durations: mine.slice(-MAX_DURATIONS).map(({ ms }) => cappedDurationMs(getItemKind(item), ms)),
            recent: mine
              .slice(Math.max(0, firstRecent - 1))
              .slice(-MAX_RECENT_REVIEWS)
              .map(({ id, rating, ms, at, before }) => ({ id, rating, ms, at, before })),
          },
          lastMonth: mine
            .filter(({ at }) => at >= lastReviewAt - MONTH_MS)
            .slice(-MAX_MONTH_REVIEWS)
            .map(({ at, rating, ms, before: { state, lastReview } }) => ({
              at,
              rating,
              ms,
              ...(state === 'review' && lastReview !== undefined && { previousAt: lastReview }),
            })),
        },
      ]
    }),
  )
}
