import { z } from 'zod'
import { openQueue } from '#lib/client/browser-queue.ts'
import type { QueueEntry, SendResult } from '#lib/client/durable-queue.ts'
import type { LearnerId } from '#lib/client/learner.ts'
import { createPerLearner } from '#lib/client/per-learner.ts'
import type { ActionAnswer } from '#lib/contract/interview.ts'
import { ActionSchema } from '#lib/interview/event.ts'
import { announceProgress } from '../ui/use-progress.ts'
import { sendAction } from './interview-api.ts'

const QueuedActionSchema = z.object({ interview: z.string(), action: ActionSchema })
/** Something that a learner did in an interview. */
export type QueuedAction = z.infer<typeof QueuedActionSchema>

/** The interview actions of a learner that the server hasn’t accepted yet. */
export const actionQueues = createPerLearner((learner) => {
  const definition = { name: 'interview-actions', schema: QueuedActionSchema, maxBatch: 1, send: sendQueuedAction }
  const queue = openQueue<QueuedAction, ActionAnswer>(definition, learner)
  queue.listen(({ result }) => {
    if (result.kind === 'signed-out' || result.kind === 'other-learner') announceProgress()
  })
  return queue
})

async function sendQueuedAction(
  [entry]: readonly QueueEntry<QueuedAction>[],
  learner: LearnerId,
): Promise<SendResult<ActionAnswer>> {
  if (!entry) return { kind: 'answered', results: new Map() }
  const result = await sendAction(entry.payload.interview, entry.payload.action, learner)
  if (result.kind !== 'ok') return result
  return { kind: 'answered', results: new Map([[entry.id, { kind: 'done', value: result.value }]]) }
}
