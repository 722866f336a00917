import type { DeckItem } from './deck.ts'
import type { Item } from './item.ts'
import type { ItemState } from './item-state.ts'
import { getItemKind } from './replay.ts'
import { retrievabilityAt } from './schedule.ts'

const SECOND = 1000
const FIRST_GUESS = { card: 40 * SECOND, number: 60 * SECOND, drill: 8 * 60 * SECOND }
/** Longer than this nobody thinks about a card: they went away. */
const AWAY = 3 * 60 * SECOND
/** From this many reviews of a kind on, a learner's own pace is a better estimate than a guess. */
const ENOUGH = 5

/**
 * Estimates how long an item takes this learner, in milliseconds: the median of its last reviews. Before its first
 * review, the median over the last reviews of all items of its kind; with fewer than five of those, a guess (for a
 * drill, its limit).
 */
export function estimateDurations(states: ReadonlyMap<string, Pick<ItemState, 'durations'>>): (item: Item) => number {
  const byKind = { card: [] as number[], number: [] as number[], drill: [] as number[] }
  for (const [item, { durations }] of states) byKind[getItemKind(item)].push(...durations)
  const usual = {
    card: computeMedian(byKind.card),
    number: computeMedian(byKind.number),
    drill: computeMedian(byKind.drill),
  }
  return ({ id, kind, limit }) => {
    const itemDurations = states.get(id)?.durations ?? []
    if (itemDurations.length > 0) return computeMedian(itemDurations)
    if (kind === 'drill' && limit !== undefined) return limit
    return byKind[kind].length >= ENOUGH ? usual[kind] : FIRST_GUESS[kind]
  }
}

/** Of what a review took, how much counts toward a day's minutes. */
export const cappedDurationMs = (kind: Item['kind'], ms: number): number => (kind === 'drill' ? ms : Math.min(ms, AWAY))

/** On its first day a new item is asked again after its step of learning, and once more where it was missed. */
const FIRST_DAY = 2

/**
 * What an item takes of a day's minutes, in milliseconds, when it is asked on that day: a missed one comes back ten
 * minutes later, so a review counts 1 + (1 − its probability of recall) times.
 */
export function estimateCostMs({ kind, ms, memory }: DeckItem, now: number): number {
  if (kind === 'drill') return ms
  return memory.reps === 0 ? FIRST_DAY * ms : ms * (2 - retrievabilityAt(memory, now))
}

function computeMedian(all: readonly number[]): number {
  const sorted = [...all].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
