import { type PlanAnswer, PlanBody } from '#lib/contract/review.ts'
import { database } from '#lib/learner/database.ts'
import { storeReviewPlan } from '#lib/learner/review-plan.ts'
import { jsonResponse, writeHandler } from '../../_edge/endpoint.ts'
import { getOrCreateLearner } from '../../_edge/learner.ts'
import { requireAllowance } from '../../_edge/limit.ts'
import { readJson } from '../../_edge/read-json.ts'

/** Stores how the learner wants to review, replacing what they wanted before. */
export const PUT = writeHandler(async (request) => {
  const plan = await readJson(request, PlanBody)
  const { learner, cookies } = await getOrCreateLearner(request)
  requireAllowance('review-plan', learner.id) // a change of retention replays the whole log
  await storeReviewPlan(await database(), learner.id, plan, new Date())
  return jsonResponse({ plan } satisfies PlanAnswer, { cookies })
})
