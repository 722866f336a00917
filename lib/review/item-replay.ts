import { cappedDurationMs } from './estimate-durations.ts'
import {
  type ItemRecord,
  type ItemState,
  MAX_DURATIONS,
  MAX_MONTH_REVIEWS,
  MAX_RECENT_REVIEWS,
  MONTH_MS,
  type MonthReview,
  RECENT_MS,
} from './item-state.ts'
import type { LogEntry } from './log.ts'
import type { MemoryState } from './memory-state.ts'
import { getItemKind, type InitialReview, sortByTime, withoutUndone } from './replay.ts'
import { emptyMemoryState, scheduleReview } from './schedule.ts'

/** What changes an item’s state: an entry that was not undone, or the pass that begins a drill. */
export type ItemEvent = InitialReview | Exclude<LogEntry, { kind: 'undo' }>

/** An item’s memory state before and after a review. */
export interface Transition {
  readonly before: MemoryState
  readonly after: MemoryState
}

/** The events of an item’s entries without those that were undone, in chronological order. */
export const eventsFrom = (entries: readonly LogEntry[], seed: InitialReview | undefined): ItemEvent[] =>
  sortByTime<ItemEvent>([...withoutUndone(entries).filter((entry) => entry.kind !== 'undo'), ...(seed ? [seed] : [])])

/**
 * Replays the log of one item, event by event. Each review costs one step of the scheduler, whatever came before it.
 *
 * It starts empty or from a stored record. In the latter case, only events after the record’s last one may follow.
 */
export class ItemReplay {
  readonly #retention: number
  #state: Omit<ItemState, 'durations' | 'recent'>
  #durations: number[]
  readonly #recent: ItemState['recent']
  readonly #lastMonth: MonthReview[]
  /** Reviews of `#recent` and `#lastMonth` that have fallen out of their windows. */
  #oldRecent = 0
  #oldMonth = 0

  /** @param retention  desired retention */
  constructor(retention: number, from?: ItemRecord) {
    const { durations = [], recent = [], ...state } = from?.state ?? { suspended: false }
    this.#retention = retention
    this.#state = state
    this.#durations = durations
    this.#recent = [...recent]
    this.#lastMonth = [...(from?.lastMonth ?? [])]
  }

  /** The item's record after the events so far. */
  get record(): ItemRecord {
    return {
      state: { ...this.#state, durations: this.#durations, recent: this.#recent.slice(this.#oldRecent) },
      lastMonth: this.#lastMonth.slice(this.#oldMonth),
    }
  }

  /**
   * Applies the next event.
   *
   * @returns what a review or a seed changed; undefined for other events
   */
  apply(event: ItemEvent): Transition | undefined {
    this.#state.lastEntryAt = event.at
    switch (event.kind) {
      case 'seed':
        return this.#rate(event)
      case 'review':
        return this.#review(event)
      case 'suspend':
        this.#state.suspended = true
        return
      case 'resume':
        this.#state.suspended = false
        delete this.#state.buriedUntil
        return
      case 'bury':
        this.#state.buriedUntil = event.until
        return
      case 'forward':
        this.#state.askedAt = event.at
        return
      case 'add':
      case 'remove':
        this.#state.isAdded = event.kind === 'add'
        return
    }
  }

  #rate({ item, rating, at }: Pick<InitialReview, 'item' | 'rating' | 'at'>): Transition {
    const before = this.#state.memory ?? emptyMemoryState(0)
    const after = scheduleReview(getItemKind(item), before, rating, at, this.#retention)
    this.#state.memory = after
    return { before, after }
  }

  #review(event: Extract<ItemEvent, { kind: 'review' }>): Transition {
    const { id, item, rating, ms, at } = event
    const transition = this.#rate(event)
    const { before } = transition
    this.#durations = [...this.#durations.slice(1 - MAX_DURATIONS), cappedDurationMs(getItemKind(item), ms)]
    this.#recent.push({ id, rating, ms, at, before })
    while ((this.#recent[this.#oldRecent + 1]?.at ?? at) < at - RECENT_MS) this.#oldRecent++
    this.#oldRecent = Math.max(this.#oldRecent, this.#recent.length - MAX_RECENT_REVIEWS)
    const isTest = before.state === 'review' && before.lastReview !== undefined
    this.#lastMonth.push({ at, rating, ms, ...(isTest && { previousAt: before.lastReview }) })
    while ((this.#lastMonth[this.#oldMonth]?.at ?? at) < at - MONTH_MS) this.#oldMonth++
    this.#oldMonth = Math.max(this.#oldMonth, this.#lastMonth.length - MAX_MONTH_REVIEWS)
    return transition
  }
}

/** Computes the record of one item from all its entries, in any order. */
export function replayItem(
  entries: readonly LogEntry[],
  seed: InitialReview | undefined,
  retention: number,
): ItemRecord {
  const replay = new ItemReplay(retention)
  for (const event of eventsFrom(entries, seed)) replay.apply(event)
  return replay.record
}
