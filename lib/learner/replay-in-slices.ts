import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { eventsFrom, ItemReplay, type Transition } from '#lib/review/item-replay.ts'
import type { ItemRecord } from '#lib/review/item-state.ts'
import type { LogEntry } from '#lib/review/log.ts'
import type { InitialReview } from '#lib/review/replay.ts'

/** Events replayed without a pause: about 5 ms of work. */
const SLICE_EVENTS = 200

/**
 * Replays the log of one item, in slices so that other requests can run in between.
 *
 * @param onReview called for each review that was not undone
 */
export async function replayInSlices(
  entries: readonly LogEntry[],
  seed: InitialReview | undefined,
  retention: number,
  onReview: (id: string, transition: Transition) => void = () => {},
): Promise<ItemRecord> {
  const replay = new ItemReplay(retention)
  for (const [i, event] of eventsFrom(entries, seed).entries()) {
    if (i > 0 && i % SLICE_EVENTS === 0) await yieldToEventLoop()
    const transition = replay.apply(event)
    if (event.kind === 'review' && transition) onReview(event.id, transition)
  }
  return replay.record
}

/** Lets other requests run between two slices of long work. */
export const yieldToEventLoop = (): Promise<void> => setImmediate()
