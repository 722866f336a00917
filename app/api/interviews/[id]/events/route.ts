import { bringForward } from '#app/_components/interview/bring-forward.ts'
import { interviewView } from '#app/_components/interview/interview-view.ts'
import { interviewer } from '#app/_components/interview/interviewer.ts'
import { type ActionAnswer, InterviewAction } from '#lib/contract/interview.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { database } from '#lib/learner/database.ts'
import { takeAction } from '#lib/learner/interviews.ts'
import { answer, writing } from '../../../_edge/endpoint.ts'
import { readJson } from '../../../_edge/read-json.ts'
import { countWrite } from '../../../_edge/write-rate.ts'
import { interviewAsked, noInterview } from '../../one-interview.ts'

type Params = { id: string }

/** Takes an answer, and asks what comes next; at the end the cards of what was left out are due. */
export const POST = writing<Params>(async (request, params) => {
  const action = await readJson(request, InterviewAction)
  const { key, known } = await interviewAsked(request, params)
  countWrite('answer in an interview', key.learnerId)
  const [db, now] = [await database(), new Date()]
  const taken = await takeAction(db, key, action, { matcher: await interviewer(), now })
  if (taken.kind === 'none') throw noInterview()
  const { kind, interview } = taken
  const view = interviewView(interview)
  if (view.now === null) await bringForward(db, key.learnerId, interview, { course: await readCourse(), now })
  return answer({ late: kind === 'late', view } satisfies ActionAnswer, known)
})
