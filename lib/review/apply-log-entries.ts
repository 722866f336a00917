import type { DayReview, Deck, DeckItem } from './deck.ts'
import type { LogEntry, ReviewEntry } from './log.ts'
import { findUndone, withoutUndone } from './replay.ts'
import { scheduleReview } from './schedule.ts'

/**
 * A deck after what was done since: the same as the server returns once it has these entries. What the deck contains already
 * (a review of today with the same id) is not counted twice, and an undo of a review of today is undone here too.
 *
 * @param entries  in any order; those that the server has already may be among them
 */
export function applyLogEntries(deck: Deck, entries: readonly LogEntry[]): Deck {
  const live = withoutUndone(entries)
  const isUndone = findUndone(entries)
  const standingReviews = deck.today.filter((review) => !isUndone(review))
  const reviewIds = new Set(standingReviews.map(({ id }) => id))
  const reviews = live.filter((entry): entry is ReviewEntry => entry.kind === 'review' && !reviewIds.has(entry.id))
  const others = live.filter(({ kind }) => kind !== 'review')
  const all = [...standingReviews, ...reviews].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const today: DayReview[] = []
  const items = deck.items.map((item) => {
    const mine = all.filter((entry) => entry.item === item.id)
    const rated = replayRatings(deck, item, mine, today)
    return others
      .filter((other) => other.item === item.id || other.item === `lesson:${item.lesson}`)
      .reduce(applyAction, rated)
  })
  return { ...deck, items, today: today.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)) }
}

/** An item after the reviews of the day, reckoned from what was known before the first of them. */
function replayRatings(
  deck: Deck,
  item: DeckItem,
  mine: readonly (DayReview | ReviewEntry)[],
  today: DayReview[],
): DeckItem {
  const first = deck.today.find((review) => review.item === item.id)
  let memory = first?.before ?? item.memory
  for (const { id, rating, ms, at } of mine) {
    today.push({ id, item: item.id, rating, ms, at, before: memory })
    memory = scheduleReview(item.kind, memory, rating, at, deck.plan.retention)
  }
  if (mine.length === 0 && !first) return item
  const { forward, ...rest } = item
  const settled = forward && forward.at <= (memory.lastReview ?? -1)
  return { ...rest, memory, ...(forward && !settled && { forward }) }
}

function applyAction(item: DeckItem, entry: LogEntry): DeckItem {
  const { suspended: _, buriedUntil: __, ...plain } = item
  switch (entry.kind) {
    case 'suspend':
      return { ...item, suspended: true }
    case 'bury':
      return { ...item, buriedUntil: entry.until }
    case 'resume':
      return plain
    case 'forward':
      return entry.at > (item.memory.lastReview ?? -1) ? { ...item, forward: { why: 'asked', at: entry.at } } : item
    case 'add':
      return { ...item, open: true }
    case 'remove':
      return { ...item, open: false }
    case 'review':
    case 'undo':
      return item
  }
}
