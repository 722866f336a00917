import { z } from 'zod'

/** GET /api/progress. Times are milliseconds since 1970. */
export const ProgressAnswer = z.object({
  /** null for someone who has done nothing yet. */
  learner: z.object({ id: z.string(), guest: z.boolean(), email: z.string().optional() }).nullable(),
  /** The public address, if it is https: browsers then keep no session at an http address. */
  secureAddress: z.string().optional(),
  exercises: z.record(
    z.string(),
    z.object({
      passed: z.boolean(),
      attempts: z.number(),
      passedAt: z.number().optional(),
      /** Of the exercise, as it was when it was passed. */
      version: z.string().optional(),
      /** The solution had been seen before the first pass. */
      assisted: z.boolean(),
      givenUp: z.boolean(),
    }),
  ),
  /** Every published lesson. */
  lessons: z.record(z.string(), z.object({ done: z.boolean(), passed: z.number(), total: z.number() })),
  /** What is due for review; absent for someone who reviews nothing. */
  review: z
    .object({
      /** Items that would be asked now. */
      dueCount: z.number(),
      /** When each item that has been reviewed is asked again, by its id; in the past for one that is due. */
      dueAt: z.record(z.string(), z.number()),
    })
    .optional(),
})
export type ProgressAnswer = z.infer<typeof ProgressAnswer>
