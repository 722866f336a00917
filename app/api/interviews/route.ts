import { InterviewBody, type StartInterviewResponse } from '#lib/contract/interview.ts'
import { findInterview } from '#lib/learner/interviews.ts'
import { beginMockInterview } from '#lib/service/interview.ts'
import { jsonResponse, writeHandler } from '../_edge/endpoint.ts'
import { HttpError } from '../_edge/http-error.ts'
import { getOrCreateLearner } from '../_edge/learner.ts'
import { requireAllowance } from '../_edge/limit.ts'
import { readJson } from '../_edge/read-json.ts'
import { requireSpace } from '../_edge/storage-quota.ts'

/** What the plan of an interview takes in the database, at most. */
const MAX_PLAN_BYTES = 30_000

/** Plans an interview and begins it. */
export const POST = writeHandler(async (request) => {
  const { id, ...choice } = await readJson(request, InterviewBody)
  const { learner, cookies } = await getOrCreateLearner(request)
  requireAllowance('interview', learner.id)
  await requireSpace(learner.id, MAX_PLAN_BYTES, {
    isStored: async (db) => (await findInterview(db, { id, learnerId: learner.id })) !== undefined,
  })
  const result = await beginMockInterview({ id, learnerId: learner.id }, choice)
  if (result === 'no-questions')
    throw new HttpError(422, 'no-questions', 'None of these topics has a question yet. Choose another one.')
  if (result === 'conflict')
    throw new HttpError(409, 'conflict', 'This id belongs to another interview: create a new one.')
  return jsonResponse({ id } satisfies StartInterviewResponse, { cookies })
})
