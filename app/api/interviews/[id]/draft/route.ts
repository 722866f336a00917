import { type DraftKept, InterviewDraft } from '#lib/contract/interview.ts'
import { database } from '#lib/learner/database.ts'
import { saveInterviewDraft } from '#lib/learner/interviews.ts'
import { jsonResponse, writeHandler } from '../../../_edge/endpoint.ts'
import { requireAllowance } from '../../../_edge/limit.ts'
import { readJson } from '../../../_edge/read-json.ts'
import { interviewNotFound, requireInterview } from '../../one-interview.ts'

type Params = { id: string }

/** Keeps the answer that is being written, and the clock's reading. */
export const PUT = writeHandler<Params>(async (request, params) => {
  const draft = await readJson(request, InterviewDraft)
  const { key, authenticated } = await requireInterview(request, params)
  requireAllowance('draft', key.learnerId)
  if (!(await saveInterviewDraft(await database(), key, draft, new Date()))) throw interviewNotFound()
  return jsonResponse({ kept: true } satisfies DraftKept, authenticated)
})
