import { applyLogEntries } from '#lib/review/apply-log-entries.ts'
import type { DayReview, Deck, DeckItem } from '#lib/review/deck.ts'
import type { LogEntry } from '#lib/review/log.ts'
import { buildQueue, type Queue } from '#lib/review/queue.ts'
import type { Queued } from '#lib/review/select-for-today.ts'

/** A review session: what the server knew when it began, what was done since, and what is asked now. */
export interface Session {
  readonly began: Deck
  /** What was done since, sent or not; also what earlier visits left to be sent. */
  readonly entries: readonly LogEntry[]
  readonly deck: Deck
  readonly queue: Queue
  /** What is asked now; undefined when nothing is due. */
  readonly current: Queued | undefined
  /** When it was shown. */
  readonly since: number
  /** Whether its answer is shown. */
  readonly isAnswerVisible: boolean
}

/** Begins a session, or takes up the one that a reload broke off: what waits to be sent counts as done. */
export const beginSession = (began: Deck, waiting: readonly LogEntry[], now: number): Session =>
  advance({ began, entries: waiting }, now)

/**
 * Takes over the deck as the server has it now. The current question stays, with its answer if that is shown,
 * unless another one is due before it now.
 *
 * @param entries  what was done that the server may not have known
 */
export function refreshSession(session: Session, began: Deck, entries: readonly LogEntry[], now: number): Session {
  const next = advance({ began, entries }, now)
  const [before, after] = [session.current?.item, next.current?.item]
  const isSame = before && after ? before.id === after.id && getSeed(before) === getSeed(after) : before === after
  return isSame ? { ...next, since: session.since, isAnswerVisible: session.isAnswerVisible } : next
}

/** What is done to a session, and the next question. */
export function applyEntry(session: Session, entry: LogEntry, now: number): Session {
  const next = advance({ ...session, entries: [...session.entries, entry] }, now)
  if (entry.kind !== 'undo') return next
  // what was undone is asked again at once, from its question on
  const item = next.deck.items.find(({ id }) => id === entry.item)
  return item && !item.suspended ? { ...next, current: { item, reason: 'due' } } : next
}

/** Turns the card over. */
export const showAnswer = (session: Session): Session => ({ ...session, isAnswerVisible: true })

/** The last thing that can be taken back: a rating, a bury or a suspend of this session, else the last review of today. */
export function lastUndoable({ entries, deck }: Session): { readonly id: string; readonly item: string } | undefined {
  const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.entry] : [])))
  const done = entries.filter((entry) => UNDOABLE.has(entry.kind) && !undone.has(entry.id))
  return findNewest([...done, ...deck.today])
}
const UNDOABLE = new Set(['review', 'bury', 'suspend'])

const findNewest = <T extends { readonly at: number }>(all: readonly T[]): T | undefined =>
  all.reduce<T | undefined>((last, entry) => (last && last.at > entry.at ? last : entry), undefined)

/** The reviews that belong to this sitting: those of today up to a pause of half an hour. */
export function listSessionReviews({ today }: Deck, now: number): readonly DayReview[] {
  let from = now
  let first = today.length
  while (first > 0 && from - (today[first - 1]?.at ?? 0) < PAUSE) from = today[--first]?.at ?? 0
  return today.slice(first)
}
const PAUSE = 30 * 60_000

/** Steps of learning are asked this much early when nothing else is left, so that nobody waits before a screen. */
const LEARN_AHEAD_MS = 20 * 60_000

function advance({ began, entries }: Pick<Session, 'began' | 'entries'>, now: number): Session {
  const deck = applyLogEntries(began, entries)
  const timely = buildQueue(deck, now)
  const queue = timely.dueNow.length > 0 ? timely : buildQueue(deck, now, LEARN_AHEAD_MS)
  return { began, entries, deck, queue, current: queue.dueNow[0], since: now, isAnswerVisible: false }
}

/** A seed for an item's numbers: the same until it is rated, also after a reload or an undo, and another next time. */
export function getSeed({ id, memory }: DeckItem): number {
  let hash = 2166136261 ^ memory.reps
  for (const char of `${id} ${memory.lastReview ?? 0}`) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619)
  return hash >>> 0
}
