import 'server-only'
import { DEFAULT_PLAN, type Plan, PlanSchema } from '#lib/review/plan.ts'
import type { Database, Tx } from './database.ts'
import { mapMissingLearner } from './learner.ts'

/** How a learner wants to review; the default where they have chosen nothing. */
export async function reviewPlan(db: Tx, learnerId: string): Promise<Plan> {
  const stored = await db.reviewPlan.findUnique({ where: { learnerId } })
  return stored ? PlanSchema.parse(stored.plan) : DEFAULT_PLAN
}

/**
 * Stores how a learner wants to review, replacing what they wanted before.
 *
 * @throws LearnerNotFoundError
 */
export async function storeReviewPlan(db: Database, learnerId: string, plan: Plan, now: Date): Promise<void> {
  const data = { plan: { ...plan }, savedAt: now }
  await mapMissingLearner(db.reviewPlan.upsert({ where: { learnerId }, create: { learnerId, ...data }, update: data }))
}
