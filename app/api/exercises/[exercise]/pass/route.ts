import { readClientAddress } from '#lib/auth/client-address.ts'
import type { PassAnswer } from '#lib/contract/exercise.ts'
import { parts } from '#lib/service/parts.ts'
import { passStanding, type Regraded } from '#lib/service/pass-standing.ts'
import { answer, reading } from '../../../_edge/endpoint.ts'
import { exerciseNamed } from '../../../_edge/exercise.ts'
import { findLearner } from '../../../_edge/learner.ts'

/** Whether the learner's pass would be one of the exercise as it is now. Makes no guest, and takes nothing back. */
export const GET = reading<{ exercise: string }>(async (request, params) => {
  const exercise = await exerciseNamed(params.exercise)
  const known = await findLearner(request)
  if (!known) return answer({ kind: 'none' } satisfies PassAnswer)
  const asker = { learnerId: known.learner.id, address: readClientAddress(request.headers) }
  const standing = await passStanding(exercise, asker, await parts(), regraded)
  return answer(standing satisfies PassAnswer, known)
})

const regraded: Regraded = new Map()
