import { type DraftKept, InterviewDraft } from '#lib/contract/interview.ts'
import { database } from '#lib/learner/database.ts'
import { saveInterviewDraft } from '#lib/learner/interviews.ts'
import { answer, writing } from '../../../_edge/endpoint.ts'
import { requireAllowance } from '../../../_edge/limit.ts'
import { readJson } from '../../../_edge/read-json.ts'
import { interviewAsked, noInterview } from '../../one-interview.ts'

type Params = { id: string }

/** Keeps the answer that is being written, and the clock's reading. */
export const PUT = writing<Params>(async (request, params) => {
  const draft = await readJson(request, InterviewDraft)
  const { key, known } = await interviewAsked(request, params)
  requireAllowance('draft', key.learnerId)
  if (!(await saveInterviewDraft(await database(), key, draft, new Date()))) throw noInterview()
  return answer({ kept: true } satisfies DraftKept, known)
})
