import { type BuiltDeck, buildDeck, type DeckInput } from './build-deck.ts'
import { deriveItemRecords } from './derive-item-records.ts'
import { initialReviews } from './evidence.ts'
import type { LogEntry } from './log.ts'
import type { ItemReviews } from './statistics.ts'

/** The parts of a desk, with the log instead of the item states. */
export interface LogDeskParts extends Omit<DeckInput, 'states'> {
  readonly entries: readonly LogEntry[]
}

/** Builds a desk from a whole log, with the reviews that statistics count. */
export function deskFromLog(
  { entries, ...parts }: LogDeskParts,
  now: number,
): BuiltDeck & { readonly reviews: ItemReviews[] } {
  const records = deriveItemRecords(entries, initialReviews(parts.evidence.exercises), parts.plan.retention)
  const states = new Map([...records].map(([item, { state }]) => [item, state]))
  const reviews = [...records].map(([item, { lastMonth }]) => ({ item, lastMonth }))
  return { ...buildDeck({ ...parts, states }, now), reviews }
}
