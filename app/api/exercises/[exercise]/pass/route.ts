import { readClientAddress } from '#lib/auth/client-address.ts'
import type { PassAnswer } from '#lib/contract/exercise.ts'
import { checkPass, type Regraded } from '#lib/service/pass-standing.ts'
import { createSubmitDependencies } from '#lib/service/submit-dependencies.ts'
import { jsonResponse, readHandler } from '../../../_edge/endpoint.ts'
import { requireExercise } from '../../../_edge/exercise.ts'
import { findLearner } from '../../../_edge/learner.ts'

/** Whether the learner's pass would be one of the exercise as it is now. Creates no guest, and takes nothing back. */
export const GET = readHandler<{ exercise: string }>(async (request, params) => {
  const exercise = await requireExercise(params.exercise)
  const authenticated = await findLearner(request)
  if (!authenticated) return jsonResponse({ kind: 'none' } satisfies PassAnswer)
  const asker = { learnerId: authenticated.learner.id, address: readClientAddress(request.headers) }
  const passStatus = await checkPass(exercise, asker, await createSubmitDependencies(), regraded)
  return jsonResponse(passStatus satisfies PassAnswer, authenticated)
})

const regraded: Regraded = new Map()
