import { openQueue } from '#lib/client/browser-queue.ts'
import type { QueueEntry, SendResult } from '#lib/client/durable-queue.ts'
import type { LearnerId } from '#lib/client/learner.ts'
import { createPerLearner } from '#lib/client/per-learner.ts'
import { type Plan, PlanSchema } from '#lib/review/plan.ts'
import { announceProgress } from '../ui/use-progress.ts'
import { sendPlan } from './review-api.ts'

/** The plans that a learner has saved and the server doesn’t have yet. The last one counts. */
export const planQueues = createPerLearner((learner) => {
  const queue = openQueue({ name: 'plans', schema: PlanSchema, maxBatch: 1, send: sendEntry }, learner)
  queue.listen(({ result }) => {
    if (result.kind === 'signed-out' || result.kind === 'other-learner') announceProgress()
  })
  return queue
})

/** Reads the plan of this page’s learner that waits to be sent; undefined if none does. */
export const readWaitingPlan = async (): Promise<Plan | undefined> =>
  (await (await planQueues.open()).list()).at(-1)?.payload

async function sendEntry([entry]: readonly QueueEntry<Plan>[], learner: LearnerId): Promise<SendResult<undefined>> {
  if (!entry) return { kind: 'answered', results: new Map() }
  const result = await sendPlan(entry.payload, learner)
  if (result.kind !== 'ok') return result
  return { kind: 'answered', results: new Map([[entry.id, { kind: 'done', value: undefined }]]) }
}
