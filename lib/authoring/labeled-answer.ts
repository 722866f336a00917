import { z } from 'zod'
import type { Tick } from '#lib/matcher/match.ts'

/** An answer to a card, with what a person found in it. */
export const AnswerSchema = z.object({
  id: z.string(),
  card: z.string(),
  style: z.string().default('any'),
  answer: z.string(),
  /** What a person found covered: indices into the card's key points. */
  covered: z.array(z.number().int().nonnegative()).nullish(),
})

/** An answer to a card, and which key points of it the matcher ticked. */
export interface MatchedAnswer extends z.infer<typeof AnswerSchema> {
  readonly ticks: readonly Tick[]
}
