import { z } from 'zod'
import { getCurrentLearner } from './browser-learner.ts'
import { getBrowserStorage } from './browser-storage.ts'
import { DurableQueue, type QueueEntry, type QueueEvent, type SendResult } from './durable-queue.ts'
import type { LearnerId } from './learner.ts'
import { prepareLearner } from './open-learner.ts'
import { withLock } from './write-turn.ts'

/** Defines a browser’s queue. */
export interface QueueDefinition<T, R> {
  /** Part of the key under which it is stored. */
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly maxBatch: number
  readonly send: (entries: readonly QueueEntry<T>[], learner: LearnerId) => Promise<SendResult<R>>
}

const FORBIDDEN = 403

/**
 * Opens a queue of one learner. Sends what earlier visits left in it, now and whenever the connection is back or the
 * page becomes visible.
 */
export function openQueue<T, R>(definition: QueueDefinition<T, R>, learner: LearnerId): DurableQueue<T, R> {
  const { name, maxBatch, send } = definition
  const key = `${learner}/queue/${name}`
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`course:${key}`)
  const storage = getBrowserStorage()
  let timer: ReturnType<typeof setTimeout> | undefined
  const queue = new DurableQueue<T, R>({
    read: async () => {
      await prepareLearner(learner)
      return parseEntries(definition.schema, await storage.read(key)).entries
    },
    change: async (change) => {
      await prepareLearner(learner)
      return storage.change(key, (stored) => {
        const { entries, unreadable } = parseEntries(definition.schema, stored)
        const next = [...unreadable, ...change(entries)]
        return next.length === 0 ? undefined : next
      })
    },
    send: (entries) => send(entries, learner),
    maxBatch,
    now: () => performance.now(),
    schedule: (delayMs, work) => {
      clearTimeout(timer)
      timer = setTimeout(work, delayMs)
    },
    lock: (work) => withLock(`course:${key}`, work),
    broadcast: (events) => channel?.postMessage(events),
    isActive: () => getCurrentLearner().id === learner,
  })
  channel?.addEventListener('message', ({ data }: MessageEvent<readonly QueueEvent<R>[]>) => queue.receive(data))
  addEventListener('online', () => void queue.flushNow())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void queue.flush()
  })
  void queue.retryRefused(FORBIDDEN).then(() => queue.flush())
  return queue
}

const EntrySchema = z.object({
  id: z.string(),
  payload: z.unknown(),
  refusal: z.object({ status: z.number(), reason: z.string() }).optional(),
})

/** Reads the entries. Those that can't be understood, such as a newer version's, stay as they are. */
function parseEntries<T>(
  schema: z.ZodType<T>,
  stored: unknown,
): { readonly entries: readonly QueueEntry<T>[]; readonly unreadable: readonly unknown[] } {
  const entries: QueueEntry<T>[] = []
  const unreadable: unknown[] = []
  for (const value of Array.isArray(stored) ? stored : []) {
    const entry = EntrySchema.safeParse(value).data
    const payload = schema.safeParse(entry?.payload)
    if (entry && payload.success) entries.push({ ...entry, payload: payload.data })
    else unreadable.push(value)
  }
  return { entries, unreadable }
}
