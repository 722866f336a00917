import type { Item } from './item.ts'
import type { LogEntry, ReviewEntry } from './log.ts'
import type { MemoryState, Rating } from './memory-state.ts'
import { emptyMemoryState, scheduleReview } from './schedule.ts'

/** A first review that nobody rated: an exercise was passed, so its drill begins. */
export interface InitialReview {
  readonly kind: 'seed'
  readonly id: string
  readonly item: string
  readonly rating: Rating
  readonly at: number
}

/** A review that stands, with what was known before and after it. */
export interface ReplayedReview extends ReviewEntry {
  readonly before: MemoryState
  readonly after: MemoryState
}

/** What a log amounts to. */
export interface ReplayedHistory {
  readonly memories: ReadonlyMap<string, MemoryState>
  /** Reviews that were not undone, oldest first. */
  readonly reviews: readonly ReplayedReview[]
  readonly suspended: ReadonlySet<string>
  readonly buriedUntil: ReadonlyMap<string, number>
  /** When the learner last asked for an item. */
  readonly requestedAt: ReadonlyMap<string, number>
  /** Lessons that were added (true) or removed (false), whichever came last. */
  readonly chosen: ReadonlyMap<string, boolean>
}

/**
 * Replays a log from its first entry: memory is FSRS's after those reviews in the order of their time.
 *
 * The log may be in any order and may hold an entry twice; what was undone never was. Each review costs one step of the
 * scheduler.
 */
export function replay(
  entries: readonly LogEntry[],
  seeds: readonly InitialReview[],
  retention: number,
): ReplayedHistory {
  const memories = new Map<string, MemoryState>()
  const reviews: ReplayedReview[] = []
  const rate = ({ item, rating, at }: InitialReview | ReviewEntry): { before: MemoryState; after: MemoryState } => {
    const before = memories.get(item) ?? emptyMemoryState(0)
    const after = scheduleReview(getItemKind(item), before, rating, at, retention)
    memories.set(item, after)
    return { before, after }
  }
  const past = { suspended: new Set<string>(), buriedUntil: new Map<string, number>() }
  const requestedAt = new Map<string, number>()
  const chosen = new Map<string, boolean>()
  for (const entry of sortByTime([...withoutUndone(entries), ...seeds])) {
    if (entry.kind === 'seed') rate(entry)
    else if (entry.kind === 'review') reviews.push({ ...entry, ...rate(entry) })
    else if (entry.kind === 'suspend') past.suspended.add(entry.item)
    else if (entry.kind === 'bury') past.buriedUntil.set(entry.item, entry.until)
    else if (entry.kind === 'forward') requestedAt.set(entry.item, entry.at)
    else if (entry.kind === 'add' || entry.kind === 'remove')
      chosen.set(entry.item.replace('lesson:', ''), entry.kind === 'add')
    else if (entry.kind === 'resume') {
      past.suspended.delete(entry.item)
      past.buriedUntil.delete(entry.item)
    }
  }
  return { memories, reviews, ...past, requestedAt, chosen }
}

/** The entries that were not undone, each once, by time. */
export function withoutUndone(entries: readonly LogEntry[]): LogEntry[] {
  const isUndone = findUndone(entries)
  const entriesById = new Map(entries.map((entry) => [entry.id, entry]))
  return sortByTime([...entriesById.values()].filter((entry) => entry.kind !== 'undo' && !isUndone(entry)))
}

/**
 * Finds the entries that were undone by an undo that still counts. An undo names the item of the entry that it undoes,
 * and has no effect with a different item. So an item’s state depends only on its own entries.
 */
export function findUndone(entries: readonly LogEntry[]): (entry: Pick<LogEntry, 'id' | 'item'>) => boolean {
  const undone = new Set<string>()
  const key = (item: string, id: string): string => `${item} ${id}`
  const undos = entries.filter((entry) => entry.kind === 'undo')
  // the latest first: an undo that was undone undoes nothing
  for (const { id, item, entry } of sortByTime(undos).reverse())
    if (!undone.has(key(item, id))) undone.add(key(item, entry))
  return ({ id, item }) => undone.has(key(item, id))
}

/** What an item is, by its id. */
export const getItemKind = (item: string): Item['kind'] =>
  item.startsWith('drill:') ? 'drill' : item.startsWith('number:') ? 'number' : 'card'

/** By time; what happened in the same millisecond by id, so that every device sees one order. */
export function sortByTime<T extends { readonly at: number; readonly id: string }>(all: readonly T[]): T[] {
  return [...all].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
