import { z } from 'zod'
import { ItemIdSchema, ItemSchema } from './item.ts'
import { MemoryStateSchema, RatingSchema, TimeSchema } from './memory-state.ts'
import { PlanSchema } from './plan.ts'

/** Why an item is asked before its time. */
export const PromotionSchema = z.discriminatedUnion('why', [
  /** The learner, or the debrief of an interview, asked for it. */
  z.object({ why: z.literal('asked'), at: TimeSchema }),
  /** An answer to its exercise failed. */
  z.object({ why: z.literal('failed'), at: TimeSchema, exercise: z.string() }),
  /** A verdict found the mistake that this card is about. */
  z.object({ why: z.literal('mistake'), at: TimeSchema, exercise: z.string(), misconception: z.string() }),
])
export type Promotion = z.infer<typeof PromotionSchema>

/** An item with this learner’s state of it. */
export const DeckItemSchema = ItemSchema.extend({
  /** Whether its lesson is opened or chosen: only then it comes in as a new one. */
  open: z.boolean(),
  memory: MemoryStateSchema,
  /** What a review of it takes, about, in milliseconds. */
  ms: z.number(),
  suspended: z.boolean().optional(),
  buriedUntil: TimeSchema.optional(),
  forward: PromotionSchema.optional(),
})
export type DeckItem = z.infer<typeof DeckItemSchema>

/** A review of the learner's day so far, with what was known before it: what undo goes back to. */
export const DayReviewSchema = z.object({
  id: z.string(),
  item: ItemIdSchema,
  rating: RatingSchema,
  ms: z.number(),
  at: TimeSchema,
  before: MemoryStateSchema,
})
export type DayReview = z.infer<typeof DayReviewSchema>

/** All that a review session needs, on the server as in the browser. Plain data: `applyLogEntries` changes it. */
export const DeckSchema = z.object({
  plan: PlanSchema,
  /** The learner's time zone, as IANA names it. */
  zone: z.string(),
  items: z.array(DeckItemSchema),
  /** Reviews since the learner's day began, oldest first. */
  today: z.array(DayReviewSchema),
  /** The time of the last review before this day, from which missed days are counted. */
  before: TimeSchema.optional(),
})
export type Deck = z.infer<typeof DeckSchema>
