import { readClientAddress } from '#lib/auth/client-address.ts'
import type { PassAnswer } from '#lib/contract/exercise.ts'
import { parts } from '#lib/service/parts.ts'
import { passStanding, type Regraded } from '#lib/service/pass-standing.ts'
import { jsonResponse, readHandler } from '../../../_edge/endpoint.ts'
import { requireExercise } from '../../../_edge/exercise.ts'
import { findLearner } from '../../../_edge/learner.ts'

/** Whether the learner's pass would be one of the exercise as it is now. Makes no guest, and takes nothing back. */
export const GET = readHandler<{ exercise: string }>(async (request, params) => {
  const exercise = await requireExercise(params.exercise)
  const known = await findLearner(request)
  if (!known) return jsonResponse({ kind: 'none' } satisfies PassAnswer)
  const asker = { learnerId: known.learner.id, address: readClientAddress(request.headers) }
  const standing = await passStanding(exercise, asker, await parts(), regraded)
  return jsonResponse(standing satisfies PassAnswer, known)
})

const regraded: Regraded = new Map()
