import { z } from 'zod'

/** GET /api/exercises/[exercise]/pass: what became of the learner's pass when the exercise changed. */
export const PassAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('holds') }),
  /** It counts, and the same answer would not pass now. In milliseconds since 1970. */
  z.object({ kind: z.literal('stricter'), passedAt: z.number() }),
])
export type PassAnswer = z.infer<typeof PassAnswer>
