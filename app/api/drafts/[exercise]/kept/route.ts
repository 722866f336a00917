import { isTooLarge, type KeptDraftAnswer, KeptDraftBody } from '#lib/contract/exercise.ts'
import { database } from '#lib/learner/database.ts'
import { isDraftKept, storeKeptDraft } from '#lib/learner/drafts.ts'
import { jsonResponse, writeHandler } from '../../../_edge/endpoint.ts'
import { requireExercise } from '../../../_edge/exercise.ts'
import { HttpError } from '../../../_edge/http-error.ts'
import { getOrCreateLearner } from '../../../_edge/learner.ts'
import { requireAllowance } from '../../../_edge/limit.ts'
import { readJson } from '../../../_edge/read-json.ts'
import { requireSpace } from '../../../_edge/storage-quota.ts'

type Params = { exercise: string }

/** Keeps a text that another one replaced on a device. The draft stays the same. */
export const POST = writeHandler<Params>(async (request, params) => {
  const { source } = await readJson(request, KeptDraftBody)
  if (isTooLarge(source)) throw new HttpError(413, 'too-large', 'The draft is larger than 64 KiB.')
  const { id: exercise } = await requireExercise(params.exercise)
  const { learner, cookies } = await getOrCreateLearner(request)
  requireAllowance('draft', learner.id)
  const key = { learnerId: learner.id, exercise }
  await requireSpace(learner.id, Buffer.byteLength(source), { isStored: (db) => isDraftKept(db, key, source) })
  await storeKeptDraft(await database(), key, source, { id: crypto.randomUUID(), now: new Date() })
  return jsonResponse({ kept: true } satisfies KeptDraftAnswer, { cookies })
})
