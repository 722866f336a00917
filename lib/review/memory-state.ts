import { z } from 'zod'

/** 1 again, 2 hard, 3 good, 4 easy. */
export const RatingSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Rating = z.infer<typeof RatingSchema>
export const RATINGS: readonly Rating[] = [1, 2, 3, 4]

/** A moment in milliseconds since 1970. */
export const TimeSchema = z.number().int().nonnegative().max(8.64e15)

/** What FSRS knows of an item: how long it will be remembered, how hard it is, and when it is asked next. */
export const MemoryStateSchema = z.object({
  state: z.enum(['new', 'learning', 'review', 'relearning']),
  due: TimeSchema,
  /** Days after which recall has fallen to 90 %; 0 while new. */
  stability: z.number(),
  /** 1 … 10; 0 while new. */
  difficulty: z.number(),
  /** Whole days from the last review to the next one; 0 while it is being learned. */
  scheduledDays: z.number(),
  /** The learning step that it is on. */
  step: z.number().int(),
  reps: z.number().int(),
  lapses: z.number().int(),
  lastReview: TimeSchema.optional(),
})
export type MemoryState = z.infer<typeof MemoryStateSchema>
