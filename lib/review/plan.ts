import { z } from 'zod'

/** How a learner wants to review. A day is theirs: it starts at four in the morning where they are. */
export const PlanSchema = z.object({
  /** Items asked for the first time, a day at most. */
  newPerDay: z.number().int().min(0).max(500).default(20),
  /** Items asked again, a day at most; steps of learning are not counted. */
  reviewsPerDay: z.number().int().min(0).max(2000).default(200),
  minutesPerDay: z.number().int().min(1).max(600).default(40),
  /** The share of reviews that one wants to answer rightly. */
  retention: z.number().min(0.7).max(0.97).default(0.9),
  /** The day of the interview, YYYY-MM-DD; null without one. */
  deadline: z.iso.date().nullable().default(null),
})
export type Plan = z.infer<typeof PlanSchema>

/** The plan of someone who has chosen nothing yet. */
export const DEFAULT_PLAN: Plan = PlanSchema.parse({})
