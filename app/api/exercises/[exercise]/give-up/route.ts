import type { SolutionAnswer } from '#lib/contract/exercise.ts'
import { readSolution } from '#lib/course/read-course.ts'
import { database } from '#lib/learner/database.ts'
import { loadProgress } from '#lib/learner/progress.ts'
import { recordSolutionReveal } from '#lib/learner/solution-reveal.ts'
import { jsonResponse, writeHandler } from '../../../_edge/endpoint.ts'
import { requireExercise } from '../../../_edge/exercise.ts'
import { getOrCreateLearner } from '../../../_edge/learner.ts'

/** Records that the learner looks at the solution, and gives it. Before a pass, that pass counts as assisted. */
export const POST = writeHandler<{ exercise: string }>(async (request, params) => {
  const exercise = await requireExercise(params.exercise)
  const { learner, cookies } = await getOrCreateLearner(request)
  const db = await database()
  const progress = (await loadProgress(db, learner.id))[exercise.id]
  if (!progress?.givenUp) {
    const reveal = { learnerId: learner.id, exerciseId: exercise.id, gaveUp: !progress?.passed }
    await recordSolutionReveal(db, { id: crypto.randomUUID(), ...reveal, revealedAt: new Date() })
  }
  return jsonResponse({ exercise: exercise.id, solution: await readSolution(exercise) } satisfies SolutionAnswer, {
    cookies,
  })
})
