import type { SolutionAnswer } from '#lib/contract/exercise.ts'
import { solutionOf } from '#lib/course/read-course.ts'
import { database } from '#lib/learner/database.ts'
import { progressOf } from '#lib/learner/progress.ts'
import { answer, reading } from '../../../_edge/endpoint.ts'
import { exerciseNamed } from '../../../_edge/exercise.ts'
import { knownLearner } from '../../../_edge/learner.ts'
import { Refusal } from '../../../_edge/refusal.ts'

/** The worked answer, for a learner who has passed or given up. */
export const GET = reading<{ exercise: string }>(async (request, params) => {
  const exercise = await exerciseNamed(params.exercise)
  const { learner, cookies } = await knownLearner(request)
  const mine = (await progressOf(await database(), learner.id))[exercise.id]
  if (!mine?.passed && !mine?.givenUp)
    throw new Refusal(403, 'not-earned', 'The solution opens when your answer passes, or when you give up.')
  return answer({ exercise: exercise.id, solution: await solutionOf(exercise) } satisfies SolutionAnswer, { cookies })
})
