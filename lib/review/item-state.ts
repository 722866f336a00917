import { z } from 'zod'
import { DayReviewSchema } from './desk.ts'
import { MemorySchema, RatingSchema, TimeSchema } from './memory.ts'

/**
 * Raise this when the same log entries give another `ItemRecord`: stored records with another version are computed again.
 * A new version of ts-fsrs and other parameters of the scheduler are noticed without it.
 */
export const ITEM_RECORD_VERSION = 1

/**
 * What a learner's log says of one item or lesson: the result of replaying its entries.
 *
 * It depends on nothing but those entries, so it says the same at any time and in any time zone. Windows of time therefore
 * end at the item's last review, not now. They are wide enough for whoever reads them later.
 */
export const ItemStateSchema = z.object({
  /** Absent before the first review. */
  memory: MemorySchema.optional(),
  /** When the last entry that counts was made. Absent when none counts. A later entry continues from this state. */
  lastEntryAt: TimeSchema.optional(),
  suspended: z.boolean(),
  buriedUntil: TimeSchema.optional(),
  /** When the learner last asked for it. */
  askedAt: TimeSchema.optional(),
  /** Of a lesson: whether it was added (true) or removed (false), whichever came last. */
  isAdded: z.boolean().optional(),
  /** Milliseconds that its last reviews count for, oldest first: at most `MAX_DURATIONS`. */
  durations: z.array(z.number()),
  /**
   * Its reviews of the `RECENT_MS` up to the last one, and the one before these, oldest first: the last
   * `MAX_RECENT_REVIEWS` of them. Empty only if it has none.
   */
  recent: z.array(DayReviewSchema.omit({ item: true })),
})
export type ItemState = z.infer<typeof ItemStateSchema>

/** A review as statistics count it. */
export const MonthReviewSchema = z.object({
  at: TimeSchema,
  rating: RatingSchema,
  /** How long the answer took, in milliseconds. */
  ms: z.number(),
  /** When it was reviewed before. Absent unless the item was in review then: only those answers test retention. */
  previousAt: TimeSchema.optional(),
})
export type MonthReview = z.infer<typeof MonthReviewSchema>

/** All that is stored of an item. */
export interface ItemRecord {
  readonly state: ItemState
  /** Its reviews of the `MONTH_MS` up to the last one, oldest first: the last `MAX_MONTH_REVIEWS` of them. */
  readonly lastMonth: readonly MonthReview[]
}

export const MAX_DURATIONS = 5
/** Nobody rates one item as often as this. Who does it by a script makes no row larger. */
export const MAX_RECENT_REVIEWS = 200
export const MAX_MONTH_REVIEWS = 1000
/** A learner's day has at most 25 hours, so two days before the last review hold all reviews of the day that it is on. */
export const RECENT_MS = 48 * 3_600_000
/** Statistics look at 30 days of the learner's. One more covers changes of the clock. */
export const MONTH_MS = 31 * 24 * 3_600_000
