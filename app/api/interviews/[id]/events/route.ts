import { type ActionAnswer, InterviewAction } from '#lib/contract/interview.ts'
import { isActionStored } from '#lib/learner/interviews.ts'
import { takeInterviewAction } from '#lib/service/interview.ts'
import { createInterviewView } from '#lib/service/interview-view.ts'
import { jsonResponse, writeHandler } from '../../../_edge/endpoint.ts'
import { requireAllowance } from '../../../_edge/limit.ts'
import { readJson } from '../../../_edge/read-json.ts'
import { requireSpace } from '../../../_edge/storage-quota.ts'
import { interviewNotFound, requireInterview } from '../../one-interview.ts'

type Params = { id: string }

/** Takes an answer, and asks what comes next; at the end the cards of what was left out are due. */
export const POST = writeHandler<Params>(async (request, params) => {
  const action = await readJson(request, InterviewAction)
  const { key, authenticated } = await requireInterview(request, params)
  requireAllowance('interview-action', key.learnerId)
  await requireSpace(key.learnerId, Buffer.byteLength(JSON.stringify(action)), {
    isStored: (db) => isActionStored(db, key, action.id),
  })
  const result = await takeInterviewAction(key, action)
  if (result.kind === 'none') throw interviewNotFound()
  const body: ActionAnswer = { late: result.kind === 'late', view: createInterviewView(result.interview) }
  return jsonResponse(body, authenticated)
})
