import { interviewView } from '#app/_components/interview/interview-view.ts'
import { interviewer } from '#app/_components/interview/interviewer.ts'
import { database } from '#lib/learner/database.ts'
import { takeAction } from '#lib/learner/interviews.ts'
import { type ActionAnswer, InterviewAction } from '../../../_contract/interview.ts'
import { answer, writing } from '../../../_edge/endpoint.ts'
import { readJson } from '../../../_edge/read-json.ts'
import { interviewAsked, noInterview } from '../../one-interview.ts'

type Params = { id: string }

/** Takes an answer, and asks what comes next. */
export const POST = writing<Params>(async (request, params) => {
  const action = await readJson(request, InterviewAction)
  const { key, known } = await interviewAsked(request, params)
  const taken = await takeAction(await database(), key, action, { matcher: await interviewer(), now: new Date() })
  if (taken.kind === 'none') throw noInterview()
  const late = taken.kind === 'late'
  return answer({ late, view: interviewView(taken.interview) } satisfies ActionAnswer, known)
})
