import { z } from 'zod'
import { VerdictSchema } from '#lib/grading/verdict.ts'

/** Bytes of an answer at most. */
export const SOURCE_LIMIT = 64 * 1024

/** An answer's text as it can be stored: a lone half of a surrogate pair is replaced, as UTF-8 has none. */
export const SourceSchema = z
  .string()
  .refine((text) => !text.includes('\0'), 'the source holds a NUL character: remove it')
  .transform((text) => text.toWellFormed())

/** Whether an answer is larger than is taken. */
export const isTooLarge = (source: string): boolean => new TextEncoder().encode(source).byteLength > SOURCE_LIMIT

/** POST /api/submissions */
export const SubmissionBody = z.strictObject({
  /** Made by the client: sending the same one again is sending it once. */
  id: z.uuid('must be a UUID').transform((id) => id.toLowerCase()),
  exercise: z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]+$/, 'must be an exercise’s id: lowercase letters, digits and hyphens'),
  source: SourceSchema,
})
export type SubmissionBody = z.input<typeof SubmissionBody>

export const SubmissionAnswer = z.object({ id: z.string(), verdict: VerdictSchema })
export type SubmissionAnswer = z.infer<typeof SubmissionAnswer>

const time = z.number().int().nonnegative().max(8.64e15)

/** PUT /api/drafts/[exercise] */
export const DraftBody = z.strictObject({
  source: SourceSchema,
  /** When it was last changed, by the clock of the device. Ignored: older pages send it. */
  at: time.optional(),
  /** The `at` of the stored draft that this one continues. Without it, a different stored draft is kept as an older one. */
  base: time.optional(),
})
export type DraftBody = z.input<typeof DraftBody>

/** `at` is when the server stored it, and a version number: each version of a draft has a larger one. */
const Draft = z.object({ source: z.string(), at: z.number() })

/** Answer to PUT: the draft that is stored now, and the one that it didn't continue, if there was one. */
export const DraftSaved = z.object({ draft: Draft, kept: z.boolean(), other: Draft.optional() })
export type DraftSaved = z.infer<typeof DraftSaved>

/** POST /api/drafts/[exercise]/kept: a text that another one replaced. */
export const KeptDraftBody = z.strictObject({ source: SourceSchema })
export type KeptDraftBody = z.input<typeof KeptDraftBody>

export const KeptDraftAnswer = z.object({ kept: z.literal(true) })
export type KeptDraftAnswer = z.infer<typeof KeptDraftAnswer>

/** Answer to GET: the newest draft, and those that others replaced, newest first. */
export const DraftAnswer = z.object({ draft: Draft.nullable(), kept: z.array(Draft) })
export type DraftAnswer = z.infer<typeof DraftAnswer>

/** GET /api/exercises/[exercise]/pass: what became of the learner's pass when the exercise changed. */
export const PassAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('holds') }),
  /** It counts, and the same answer would not pass now. In milliseconds since 1970. */
  z.object({ kind: z.literal('stricter'), passedAt: z.number() }),
])
export type PassAnswer = z.infer<typeof PassAnswer>

/** GET /api/exercises/[exercise]/solution and POST …/give-up */
export const SolutionAnswer = z.object({ exercise: z.string(), solution: z.string() })
export type SolutionAnswer = z.infer<typeof SolutionAnswer>
