import { interviewView } from '#app/_components/interview/interview-view.ts'
import type { InterviewView } from '#lib/contract/interview.ts'
import { database } from '#lib/learner/database.ts'
import { interviewOf } from '#lib/learner/interviews.ts'
import { answer, reading } from '../../_edge/endpoint.ts'
import { interviewAsked, noInterview } from '../one-interview.ts'

type Params = { id: string }

/** An interview as far as it has come. */
export const GET = reading<Params>(async (request, params) => {
  const { key, known } = await interviewAsked(request, params)
  const it = await interviewOf(await database(), key)
  if (!it) throw noInterview()
  return answer(interviewView(it) satisfies InterviewView, known)
})
