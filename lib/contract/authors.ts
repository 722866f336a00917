import { z } from 'zod'

/** GET /api/authors/strength?exercise=…: how an exercise judges its own answers on this server. */
export const StrengthAnswer = z.object({
  exercise: z.string(),
  right: z.number(),
  rightThatFail: z.array(z.string()),
  wrong: z.number(),
  wrongThatPass: z.array(z.string()),
  named: z.number(),
  misnamed: z.array(z.string()),
  /** When they were graded, in milliseconds since 1970. */
  at: z.number(),
})
export type StrengthAnswer = z.infer<typeof StrengthAnswer>

/** What the checks say of a place in a lesson. */
export const ShownFinding = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  level: z.enum(['error', 'warning']),
  rule: z.string(),
  message: z.string(),
  fix: z.string(),
})
export type ShownFinding = z.infer<typeof ShownFinding>

/** GET /api/authors/findings?lesson=…, in development: an event at each save, and as the exercises are checked. */
export const FindingsEvent = z.object({
  findings: z.array(ShownFinding).readonly(),
  /** Whether the answers of its exercises are still being graded. */
  checking: z.boolean(),
  /** From the save to these findings, in milliseconds; absent for the first look. */
  afterSave: z.number().optional(),
})
export type FindingsEvent = z.infer<typeof FindingsEvent>
