import { write } from '#lib/client/api.ts'
import { openQueue } from '#lib/client/browser-queue.ts'
import type { StoragePlace } from '#lib/client/device-storage.ts'
import type { EntryResult, QueueEntry, SendResult } from '#lib/client/durable-queue.ts'
import type { LearnerId } from '#lib/client/learner.ts'
import { createPerLearner } from '#lib/client/per-learner.ts'
import { LogAnswer } from '#lib/contract/review.ts'
import { type LogEntry, LogEntrySchema } from '#lib/review/log.ts'
import { announceProgress, announceProgressSoon } from '../ui/use-progress.ts'

/** The server accepts at most 200 per request. */
const MAX_BATCH = 100

/** The log entries of a learner that the server may not have yet. */
export const reviewQueues = createPerLearner((learner) => {
  const queue = openQueue({ name: 'reviews', schema: LogEntrySchema, maxBatch: MAX_BATCH, send: sendEntries }, learner)
  queue.listen(({ result }) => {
    if (result.kind === 'signed-out' || result.kind === 'other-learner') announceProgress()
    else announceProgressSoon()
  })
  return queue
})

/** Stores an entry of this page's learner, then sends it. Resolves when it is stored, to where. */
export const addReview = async (entry: LogEntry): Promise<StoragePlace> =>
  (await reviewQueues.open()).add(entry.id, entry)

/** Sends the entries of this page's learner. Resolves when they are sent or can't be. */
export const flushReviews = async (): Promise<void> => (await reviewQueues.open()).flush()

/** Lists the entries of this page's learner that the server may not have, oldest first. */
export const listWaitingReviews = async (): Promise<readonly LogEntry[]> =>
  (await (await reviewQueues.open()).list()).map(({ payload }) => payload)

async function sendEntries(
  entries: readonly QueueEntry<LogEntry>[],
  learner: LearnerId,
): Promise<SendResult<undefined>> {
  const body = { entries: entries.map(({ payload }) => payload) }
  const result = await write('POST', '/api/review/log', body, LogAnswer, { learner })
  if (result.kind !== 'ok') return result
  const { stored, refused } = result.value
  return {
    kind: 'answered',
    results: new Map<string, EntryResult<undefined>>([
      ...stored.map((id) => [id, { kind: 'done', value: undefined }] as const),
      ...refused.map(({ id, reason }) => [id, { kind: 'refused', status: 409, reason }] as const),
    ]),
  }
}
