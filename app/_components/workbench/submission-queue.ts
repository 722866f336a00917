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
import { recordSolutionView } from './course-api.ts'

const SubmissionSchema = z.object({ exercise: z.string(), source: z.string() })
/** An answer that the server is to grade. */
export type Submission = z.infer<typeof SubmissionSchema>

const SolutionViewSchema = z.object({ exercise: z.string(), hasSeenSolution: z.literal(true) })
/** The learner has looked at the solution. It goes with the submissions, because its order among them counts. */
export type SolutionView = z.infer<typeof SolutionViewSchema>

/** What a learner did at an exercise that the server is to know. */
export type ExerciseWork = Submission | SolutionView
const ExerciseWorkSchema = z.union([SubmissionSchema, SolutionViewSchema])

/** Whether it is an answer. */
export const isSubmission = (work: ExerciseWork): work is Submission => 'source' in work

/** What happened to a submission or to a solution view, which gets no verdict. */
export type SubmissionEvent = QueueEvent<Verdict | undefined>

/** The submissions of a learner that don’t have a server verdict yet, and the solution views that it doesn’t know of. */
export const submissionQueues = createPerLearner((learner) => {
  const queue = openQueue({ name: 'submissions', schema: ExerciseWorkSchema, maxBatch: 1, send: sendWork }, learner)
  queue.listen(({ result }) => {
    const isPassed = result.kind === 'done' && result.value?.outcome === 'passed'
    if (isPassed || result.kind === 'signed-out' || result.kind === 'other-learner') announceProgress()
  })
  return queue
})

async function sendWork(
  [entry]: readonly QueueEntry<ExerciseWork>[],
  learner: LearnerId,
): Promise<SendResult<Verdict | undefined>> {
  if (!entry) return { kind: 'answered', results: new Map() }
  const { id, payload } = entry
  return isSubmission(payload) ? submit(id, payload, learner) : sendView(id, payload, learner)
}

async function sendView(id: string, { exercise }: SolutionView, learner: LearnerId): Promise<SendResult<undefined>> {
  const result = await recordSolutionView(exercise, learner)
  if (result.kind !== 'ok') return result
  return { kind: 'answered', results: new Map([[id, { kind: 'done', value: undefined }]]) }
}

async function submit(id: string, payload: Submission, learner: LearnerId): Promise<SendResult<Verdict>> {
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
