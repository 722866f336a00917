import type { DeskItem } from './desk.ts'

/** Why an item is in today's queue. */
export type Reason = 'step' | 'forward' | 'due' | 'refresh' | 'new'
export interface Queued {
  readonly item: DeskItem
  readonly reason: Reason
}

/** Where every item of a desk stands now. Each stands in exactly one of these lists. */
export interface Queue {
  /** What is asked now, and after it, in order. */
  readonly now: readonly Queued[]
  /** Steps of learning that wait for their minute, the next one first. `due` is theirs. */
  readonly soon: readonly DeskItem[]
  /** Would be asked today, but for the limits; what is worth most first. */
  readonly left: readonly Queued[]
  /** Scheduled for another day. */
  readonly later: readonly DeskItem[]
  readonly buried: readonly DeskItem[]
  readonly suspended: readonly DeskItem[]
  /** New items of lessons that are not open. */
  readonly closed: readonly DeskItem[]
  /** Minutes for what is in `now` and `soon`. */
  readonly minutes: number
  readonly done: { readonly fresh: number; readonly reviews: number; readonly minutes: number }
  /** When something is asked next if `now` is empty; undefined when nothing ever is. */
  readonly next: number | undefined
  /** What was cut because days were missed; undefined when nothing was. */
  readonly backlog:
    | undefined
    | {
        /** Whole days without a review, before today. */
        readonly missedDays: number
        readonly due: number
        readonly kept: number
        readonly left: number
      }
}
