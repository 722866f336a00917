import { z } from 'zod'

/** What the log says of a learner's memory. Days are theirs, as YYYY-MM-DD. */
export const StatisticsSchema = z.object({
  /** The next 30 days, today first: items that fall due; what is overdue stands today. */
  forecast: z.array(z.object({ day: z.iso.date(), due: z.number() })),
  /** Of reviews at least a day after the last one, in the last 30 days. */
  retention: z.object({
    desired: z.number(),
    reviews: z.number(),
    remembered: z.number(),
    /** remembered / reviews; null before there are any. */
    actual: z.number().nullable(),
  }),
  /** By lesson, in the order of the course. */
  lessons: z.array(
    z.object({
      slug: z.string(),
      seen: z.number(),
      items: z.number(),
      /** Mean probability of recall now, of what has been seen; null before anything has. */
      strength: z.number().nullable(),
    }),
  ),
  /** The last 30 days, today last. */
  days: z.array(z.object({ day: z.iso.date(), reviews: z.number(), minutes: z.number() })),
})
export type Statistics = z.infer<typeof StatisticsSchema>
