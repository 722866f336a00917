import { z } from 'zod'
import { announceProgress } from '#app/_components/ui/use-progress.ts'
import { write } from '#lib/client/api.ts'
import { GRADING_TIMEOUT_MS } from '#lib/client/backoff.ts'
import { openQueue } from '#lib/client/browser-queue.ts'
import type { EntryResult, QueueEntry, QueueEvent, SendResult } from '#lib/client/durable-queue.ts'
import type { LearnerId } from '#lib/client/learner.ts'
import { createPerLearner } from '#lib/client/per-learner.ts'
import { type SubmissionAnswer, SubmissionAnswer as SubmissionAnswerSchema } from '#lib/contract/exercise.ts'
import type { Verdict } from '#lib/grading/verdict.ts'

const SubmissionSchema = z.object({ exercise: z.string(), source: z.string() })
/** An answer that the server is to grade. */
export type Submission = z.infer<typeof SubmissionSchema>

/** What happened to a submission. */
export type SubmissionEvent = QueueEvent<Verdict>

/** The submissions of a learner that don’t have a server verdict yet. */
export const submissionQueues = createPerLearner((learner) => {
  const queue = openQueue({ name: 'submissions', schema: SubmissionSchema, maxBatch: 1, send: submit }, learner)
  queue.listen(({ result }) => {
    const isPassed = result.kind === 'done' && result.value.outcome === 'passed'
    if (isPassed || result.kind === 'signed-out' || result.kind === 'other-learner') announceProgress()
  })
  return queue
})

async function submit([entry]: readonly QueueEntry<Submission>[], learner: LearnerId): Promise<SendResult<Verdict>> {
  if (!entry) return { kind: 'answered', results: new Map() }
  const { id, payload } = entry
  const options = { learner, timeoutMs: GRADING_TIMEOUT_MS }
  const result = await write('POST', '/api/submissions', { id, ...payload }, SubmissionAnswerSchema, options)
  if (result.kind !== 'ok') return result
  return { kind: 'answered', results: new Map([[id, readVerdict(result.value, result.retryAfterMs)]]) }
}

/** Reads the server’s response, which may say that it could not grade the submission. */
export function readVerdict({ verdict }: SubmissionAnswer, retryAfterMs?: number): EntryResult<Verdict> {
  if (verdict.outcome !== 'not-graded') return { kind: 'done', value: verdict }
  return { kind: 'later', ...(retryAfterMs !== undefined && { retryAfterMs }) }
}
