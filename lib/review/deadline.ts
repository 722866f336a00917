import { z } from 'zod'

/** How the days until the interview look, when they are kept as planned and each answer is as probable as FSRS holds it. */
export const OutlookSchema = z.object({
  /** The day of the interview, YYYY-MM-DD. */
  date: z.iso.date(),
  /** Days to review in: today and those before the interview. */
  daysLeft: z.number().int(),
  /** Those days, in order: what is asked on each, and how long it takes. */
  runway: z.array(z.object({ day: z.iso.date(), reviews: z.number(), fresh: z.number(), minutes: z.number() })),
  /** Items of open lessons. */
  items: z.number().int(),
  /** Of these: asked at least once by then. */
  seen: z.number().int(),
  /** Of these: remembered on that day with at least the wanted probability. */
  ready: z.number().int(),
  /** Ids of items that are never asked within the limits. */
  unseen: z.array(z.string()),
  /** Ids of items that are asked, but have faded on that day. */
  faded: z.array(z.string()),
  fits: z.boolean(),
  /** The limits that all of it fits into; null when no limits would do, or when it fits. */
  enough: z
    .object({ minutesPerDay: z.number().int(), newPerDay: z.number().int(), reviewsPerDay: z.number().int() })
    .nullable(),
})
export type Outlook = z.infer<typeof OutlookSchema>
