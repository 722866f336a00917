import { z } from 'zod'
import { ItemIdSchema } from './item.ts'
import { RatingSchema, TimeSchema } from './memory-state.ts'

const UuidSchema = z.uuid('must be a UUID').transform((id) => id.toLowerCase())
/** Created by the client, so that the same entry sent twice is stored once. `at` is when it was done, by the clock where it was done. */
const done = { id: UuidSchema, at: TimeSchema }
const lesson = z
  .string()
  .max(90)
  .regex(/^lesson:[a-z0-9-]+$/, 'must be lesson: and its slug')

/** What a learner did about an item. Replaying all entries gives the schedule, whatever order they arrived in. */
export const LogEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('review'),
    ...done,
    item: ItemIdSchema,
    rating: RatingSchema,
    /** From the question to the rating, in milliseconds. */
    ms: z.number().int().nonnegative().max(86_400_000),
  }),
  /** The lesson's items come in from now on. */
  z.strictObject({ kind: z.literal('add'), ...done, item: lesson }),
  /** Adds no more new items of the lesson; those already seen stay in review. */
  z.strictObject({ kind: z.literal('remove'), ...done, item: lesson }),
  /** Not asked before `until`: the learner's next day. */
  z.strictObject({ kind: z.literal('bury'), ...done, item: ItemIdSchema, until: TimeSchema }),
  z.strictObject({ kind: z.literal('suspend'), ...done, item: ItemIdSchema }),
  z.strictObject({ kind: z.literal('resume'), ...done, item: ItemIdSchema }),
  /** Due from now, whatever its schedule says. */
  z.strictObject({ kind: z.literal('forward'), ...done, item: ItemIdSchema }),
  /** Removes the entry with this id. Undoing an undo restores it. */
  z.strictObject({ kind: z.literal('undo'), ...done, item: ItemIdSchema.or(lesson), entry: UuidSchema }),
])
export type LogEntry = z.infer<typeof LogEntrySchema>
export type ReviewEntry = Extract<LogEntry, { kind: 'review' }>
export type ActionEntry = Exclude<LogEntry, { kind: 'review' }>
