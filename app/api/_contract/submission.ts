import { z } from 'zod'
import { VerdictSchema } from '#lib/grading/verdict.ts'
import { SourceSchema } from './source.ts'

/** POST /api/submissions */
export const SubmissionBody = z.strictObject({
  /** Made by the client: sending the same one again is sending it once. */
  id: z.uuid('must be a UUID').transform((id) => id.toLowerCase()),
  exercise: z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]+$/, 'must be an exercise’s id: small letters, digits and hyphens'),
  source: SourceSchema,
})
export type SubmissionBody = z.input<typeof SubmissionBody>

export const SubmissionAnswer = z.object({ id: z.string(), verdict: VerdictSchema })
export type SubmissionAnswer = z.infer<typeof SubmissionAnswer>
