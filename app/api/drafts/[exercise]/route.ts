import { type DraftAnswer, DraftBody, type DraftSaved, isTooLarge } from '#lib/contract/exercise.ts'
import { database } from '#lib/learner/database.ts'
import { findDraft, listKeptDrafts, saveDraft } from '#lib/learner/drafts.ts'
import { jsonResponse, readHandler, writeHandler } from '../../_edge/endpoint.ts'
import { requireExercise } from '../../_edge/exercise.ts'
import { HttpError } from '../../_edge/http-error.ts'
import { findLearner, getOrCreateLearner } from '../../_edge/learner.ts'
import { requireAllowance } from '../../_edge/limit.ts'
import { readJson } from '../../_edge/read-json.ts'
import { requireSpace } from '../../_edge/storage-quota.ts'

type Params = { exercise: string }

/** The learner's newest draft of an exercise, and the replaced drafts that were kept. Doesn't create a guest. */
export const GET = readHandler<Params>(async (request, params) => {
  const { id: exercise } = await requireExercise(params.exercise)
  const authenticated = await findLearner(request)
  if (!authenticated) return jsonResponse({ draft: null, kept: [] } satisfies DraftAnswer)
  const db = await database()
  const key = { learnerId: authenticated.learner.id, exercise }
  const [draft, kept] = await Promise.all([findDraft(db, key), listKeptDrafts(db, key)])
  return jsonResponse({ draft: draft ?? null, kept } satisfies DraftAnswer, authenticated)
})

/** Saves a draft. Also keeps the stored one, unless the new one continues it. */
export const PUT = writeHandler<Params>(async (request, params) => {
  const { base, source } = await readJson(request, DraftBody)
  if (isTooLarge(source)) throw new HttpError(413, 'too-large', 'The draft is larger than 64 KiB.')
  const { id: exercise } = await requireExercise(params.exercise)
  const { learner, cookies } = await getOrCreateLearner(request)
  requireAllowance('draft', learner.id)
  const key = { learnerId: learner.id, exercise }
  await requireSpace(learner.id, Buffer.byteLength(source), {
    isStored: async (db) => (await findDraft(db, key))?.source === source,
  })
  const saved = await saveDraft(await database(), key, { source, base }, { id: crypto.randomUUID(), now: new Date() })
  return jsonResponse(saved satisfies DraftSaved, { cookies })
})
