import type { SolutionAnswer } from '#lib/contract/exercise.ts'
import { readSolution } from '#lib/course/read-course.ts'
import { readHandler } from '../../../_edge/endpoint.ts'
import { requireExercise } from '../../../_edge/exercise.ts'

/** How many seconds a browser needn’t ask again. */
const MAX_AGE_S = 300

/**
 * The solution, the same for everyone. A page loads it in advance, so that a learner who is offline can look at it.
 * It tells the server when they do (`../give-up`).
 */
export const GET = readHandler<{ exercise: string }>(async (_request, params) => {
  const exercise = await requireExercise(params.exercise)
  const body: SolutionAnswer = { exercise: exercise.id, solution: await readSolution(exercise) }
  return Response.json(body, { headers: { 'cache-control': `public, max-age=${MAX_AGE_S}` } })
})
