import { courseMaterial, lessonsWithCards } from '#app/_components/interview/course-material.ts'
import { weakSpots } from '#app/_components/interview/weak-spots.ts'
import { type InterviewBegun, InterviewBody } from '#lib/contract/interview.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { planInterview } from '#lib/interview/plan-interview.ts'
import { database } from '#lib/learner/database.ts'
import { beginInterview, interviewsOf } from '#lib/learner/interviews.ts'
import { answer, writing } from '../_edge/endpoint.ts'
import { getOrCreateLearner } from '../_edge/get-or-create-learner.ts'
import { readJson } from '../_edge/read-json.ts'
import { Refusal } from '../_edge/refusal.ts'
import { countWrite } from '../_edge/write-rate.ts'

/** Plans an interview and begins it. */
export const POST = writing(async (request) => {
  const { id, ...asked } = await readJson(request, InterviewBody)
  const course = await readCourse()
  const { learner, cookies } = await getOrCreateLearner(request)
  countWrite('begin an interview', learner.id)
  const db = await database()
  const weak = asked.weak
    ? await weakSpots(db, learner.id, { course, interviews: await interviewsOf(db, learner.id), now: new Date() })
    : []
  const all = lessonsWithCards(course).map(({ slug }) => slug)
  const topics = asked.weak ? (weak.length > 0 ? weak : all) : asked.topics
  const [seed = 1] = crypto.getRandomValues(new Uint32Array(1))
  const plan = planInterview({ ...asked, topics }, courseMaterial(course), seed)
  if (!plan) throw new Refusal(422, 'no-questions', 'None of these topics has a question yet. Choose another one.')
  const begun = await beginInterview(db, { id, learnerId: learner.id }, plan, new Date())
  if (begun === 'other') throw new Refusal(409, 'conflict', 'This id belongs to another interview: make a new one.')
  return answer({ id } satisfies InterviewBegun, { cookies })
})
