import { z } from 'zod'
import { CounterexampleSchema } from '#lib/grading/verdict.ts'

/** GET /api/authors/strength?exercise=…: how an exercise judges the answers beside it, as this server finds now. */
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

/** GET /api/authors/unexplained: wrong outputs that no misconception explains yet, by exercise. */
export const UnexplainedAnswers = z.object({
  /** Whether who asks may see what learners wrote. */
  author: z.boolean(),
  exercises: z.array(
    z.object({
      exercise: z.string(),
      lesson: z.string(),
      /** The most frequent first. */
      outputs: z.array(
        z.object({
          name: z.string(),
          answers: z.number(),
          learners: z.number(),
          at: z.number(),
          /** For authors alone: the newest of these answers. */
          example: z
            .object({
              source: z.string(),
              headline: z.string(),
              difference: z.string().optional(),
              tolerance: z.object({ atol: z.number(), rtol: z.number() }),
              counterexample: CounterexampleSchema.optional(),
            })
            .optional(),
        }),
      ),
    }),
  ),
})
export type UnexplainedAnswers = z.infer<typeof UnexplainedAnswers>

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
  /** Whether the answers beside its exercises are still being graded. */
  checking: z.boolean(),
  /** From the save to these findings, in milliseconds; absent for the first look. */
  afterSave: z.number().optional(),
})
export type FindingsEvent = z.infer<typeof FindingsEvent>
