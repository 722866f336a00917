import { readClientAddress } from '#lib/auth/client-address.ts'
import type { ErrorAnswer } from '#lib/contract/error.ts'
import { isTooLarge, type SubmissionAnswer, SubmissionBody } from '#lib/contract/exercise.ts'
import { isSubmissionStored } from '#lib/learner/submissions.ts'
import { submit } from '#lib/service/submit.ts'
import { createSubmitDependencies } from '#lib/service/submit-dependencies.ts'
import { jsonResponse, logRefusal, writeHandler } from '../_edge/endpoint.ts'
import { requireExercise } from '../_edge/exercise.ts'
import { HttpError } from '../_edge/http-error.ts'
import { getOrCreateLearner } from '../_edge/learner.ts'
import { requireAllowance } from '../_edge/limit.ts'
import { readJson } from '../_edge/read-json.ts'
import { requireSpace } from '../_edge/storage-quota.ts'

/**
 * Stores a submission, grades it and returns the verdict that counts. If it can’t be graded yet, the submission stays
 * stored and the response tells the client when to send it again.
 */
export const POST = writeHandler(async (request) => {
  const { id, source, exercise: name } = await readJson(request, SubmissionBody)
  if (isTooLarge(source)) throw new HttpError(413, 'too-large', 'The code is larger than 64 KiB.')
  const exercise = await requireExercise(name)
  const { learner, cookies } = await getOrCreateLearner(request)
  requireAllowance('submission', learner.id)
  await requireSpace(learner.id, Buffer.byteLength(source), {
    isStored: (db) => isSubmissionStored(db, { id, learnerId: learner.id }),
  })
  const submission = { id, exercise, source, learnerId: learner.id, address: readClientAddress(request.headers) }
  const submitted = await submit({ ...submission, signal: request.signal }, await createSubmitDependencies())
  if (submitted.kind === 'conflict')
    throw new HttpError(409, 'conflict', 'This id belongs to another submission: create a new one.')
  const { verdict, delay } = submitted
  if (!delay) return jsonResponse({ id, verdict } satisfies SubmissionAnswer, { cookies })
  const status = delay.reason === 'busy' ? 503 : 429
  logRefusal(request, { status, code: delay.reason })
  const body: SubmissionAnswer & ErrorAnswer = { id, verdict, error: delay.reason, reason: verdict.headline }
  return jsonResponse(body, { status, cookies, headers: { 'retry-after': `${delay.retryAfterSeconds}` } })
})
