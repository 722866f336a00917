import { z } from 'zod'

/** Every answer that is not 200. */
export const ErrorAnswer = z.object({
  /** For programs. */
  error: z.string(),
  /** A sentence for a person: what happened and what to do. */
  reason: z.string(),
})
export type ErrorAnswer = z.infer<typeof ErrorAnswer>
