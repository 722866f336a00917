import { z } from 'zod'

/** What the checks say of a place in a lesson. */
export const ShownFinding = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  level: z.enum(['error', 'advice']),
  rule: z.string(),
  what: z.string(),
  mend: z.string(),
})
export type ShownFinding = z.infer<typeof ShownFinding>

/** GET /api/authors/findings?lesson=…, in development: an event at each save, and as the exercises are checked. */
export const FindingsEvent = z.object({
  findings: z.array(ShownFinding).readonly(),
  /** Whether the answers beside its exercises are still being graded. */
  checking: z.boolean(),
  /** From the save to these findings, in milliseconds; absent for the first look. */
  afterSave: z.number().optional(),
})
export type FindingsEvent = z.infer<typeof FindingsEvent>
