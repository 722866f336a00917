import { z } from 'zod'
import { DayReviewSchema } from './deck.ts'
import { MemoryStateSchema, RatingSchema, TimeSchema } from './memory-state.ts'

/**
 * Increase this when the same log entries give a different `ItemRecord`: stored records of other versions are
 * recomputed. A new version of ts-fsrs or new scheduler parameters are detected without it.
 */
export const ITEM_RECORD_VERSION = 1

/**
 * The state of one item or lesson: the result of replaying its log entries.
 *
 * It depends only on those entries, so it is the same at any time and in any time zone. Time windows therefore end at
 * the item’s last review, not now, and are wide enough for later readers.
 */
export const ItemStateSchema = z.object({
  /** Absent before the first review. */
  memory: MemoryStateSchema.optional(),
  /** The time of the last entry that counts; absent if there is none. A later entry can continue from this state. */
  lastEntryAt: TimeSchema.optional(),
  suspended: z.boolean(),
  buriedUntil: TimeSchema.optional(),
  /** When the learner last asked for this item. */
  askedAt: TimeSchema.optional(),
  /** Only for lessons: whether it was last added (true) or removed (false). */
  isAdded: z.boolean().optional(),
  /** Counted durations of its last reviews in milliseconds, oldest first: at most `MAX_DURATIONS`. */
  durations: z.array(z.number()),
  /**
   * Its reviews in the `RECENT_MS` up to the last one, and the one before these, oldest first; at most the last
   * `MAX_RECENT_REVIEWS`. Empty only if the item has no reviews.
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
  /** The time of the previous review. Absent unless the item was in review: only those answers test retention. */
  previousAt: TimeSchema.optional(),
})
export type MonthReview = z.infer<typeof MonthReviewSchema>

/** Everything that is stored about an item’s reviews. */
export interface ItemRecord {
  readonly state: ItemState
  /** Its reviews in the `MONTH_MS` up to the last one, oldest first: at most the last `MAX_MONTH_REVIEWS`. */
  readonly lastMonth: readonly MonthReview[]
}

export const MAX_DURATIONS = 5
/** Nobody rates one item this often. The limit keeps a script from growing the row. */
export const MAX_RECENT_REVIEWS = 200
export const MAX_MONTH_REVIEWS = 1000
/** A learner’s day has at most 25 hours, so 48 hours include all reviews on the day of the last one. */
export const RECENT_MS = 48 * 3_600_000
/** Statistics cover 30 days in the learner’s time zone. One more day allows for clock changes. */
export const MONTH_MS = 31 * 24 * 3_600_000
