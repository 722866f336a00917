import { z } from 'zod'
import { SourceSchema } from './source.ts'

const time = z.number().int().nonnegative().max(8.64e15)

/** PUT /api/drafts/[exercise] */
export const DraftBody = z.strictObject({
  source: SourceSchema,
  /** When it was last changed, by the clock of the device. Ignored: older pages send it. */
  at: time.optional(),
  /** The `at` of the stored draft that this one continues. Without it a stored one that differs is kept beside. */
  base: time.optional(),
})
export type DraftBody = z.input<typeof DraftBody>

/** `at` is when the server stored it, and a version number: each version of a draft has a larger one. */
const Draft = z.object({ source: z.string(), at: z.number() })

/** Answer to PUT: the draft that is stored now, and the one that it didn't continue, if there was one. */
export const DraftSaved = z.object({ draft: Draft, kept: z.boolean(), other: Draft.optional() })
export type DraftSaved = z.infer<typeof DraftSaved>

/** Answer to GET: the newest draft, and those that others took the place of, newest first. */
export const DraftAnswer = z.object({ draft: Draft.nullable(), kept: z.array(Draft) })
export type DraftAnswer = z.infer<typeof DraftAnswer>
