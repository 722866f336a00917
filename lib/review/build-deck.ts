import { startOfDay, toDayNumber } from './day.ts'
import type { DayReview, Deck, DeckItem, Promotion } from './deck.ts'
import { estimateDurations } from './estimate-durations.ts'
import { computePromotions, type FindTeachingCard, type PracticeEvidence } from './evidence.ts'
import type { Item } from './item.ts'
import type { ItemState } from './item-state.ts'
import type { Plan } from './plan.ts'
import { sortByTime } from './replay.ts'
import { emptyMemoryState } from './schedule.ts'

/** What a learner's deck is built from. */
export interface DeckInput {
  /** Every item of the course, in its order. */
  readonly items: readonly Item[]
  /** The state of each item and lesson in the log, and of each drill that has begun. */
  readonly states: ReadonlyMap<string, ItemState>
  readonly evidence: PracticeEvidence
  readonly teacher: FindTeachingCard
  readonly plan: Plan
  readonly zone: string
}

/** A deck, and what it was built from. */
export interface BuiltDeck {
  readonly deck: Deck
  /** Slugs of the lessons whose items come in. */
  readonly open: ReadonlySet<string>
  /** Every item of the course. */
  readonly all: readonly Item[]
}

/**
 * Builds a learner’s deck. The cost depends on the number of items in the course, not on the length of the log.
 *
 * It holds the items of open lessons and every other item that this learner has a state for. A lesson is open when it was added, or
 * when one of its cards was reviewed or one of its exercises answered and it was not removed.
 */
export function buildDeck(input: DeckInput, now: number): BuiltDeck {
  const { items, states, evidence, plan, zone } = input
  const open = openLessons(items, evidence, states)
  const began = startOfDay(toDayNumber(now, zone), zone)
  const reviews = [...states].flatMap(([item, { recent }]) => recent.map((review): DayReview => ({ item, ...review })))
  const today = sortByTime(reviews.filter(({ at }) => at >= began))
  const before = reviews.reduce((last, { at }) => (at < began ? Math.max(last, at) : last), -1)
  const deck: Deck = {
    plan,
    zone,
    items: buildItems(input, open, now).filter(isKnown),
    today,
    ...(before >= 0 && { before }),
  }
  return { deck, open, all: items }
}

function buildItems(input: DeckInput, open: ReadonlySet<string>, now: number): DeckItem[] {
  const getPromotion = createPromotionLookup(input, toDayNumber(now, input.zone))
  const pace = estimateDurations(input.states)
  return input.items.map((item): DeckItem => {
    const state = input.states.get(item.id)
    const forward = getPromotion(item.id)
    const buriedUntil = state?.buriedUntil ?? 0
    return {
      ...item,
      open: open.has(item.lesson),
      memory: state?.memory ?? emptyMemoryState(0),
      ms: pace(item),
      ...(state?.suspended && { suspended: true }),
      ...(buriedUntil > now && { buriedUntil }),
      ...(forward && { forward }),
    }
  })
}

/** Why an item is asked before its time on a day, if it is: what the learner asked for comes before evidence. */
function createPromotionLookup({ items, states, evidence, teacher, zone }: DeckInput, today: number) {
  const last = (item: string): number | undefined => states.get(item)?.memory?.lastReview
  const promotions = computePromotions(evidence, items, teacher, last)
  return (item: string): Promotion | undefined => {
    const [askedAt, reviewedAt] = [states.get(item)?.askedAt, last(item)]
    if (askedAt !== undefined && askedAt > (reviewedAt ?? -1)) return { why: 'asked', at: askedAt }
    // what was reviewed today has had its turn, whatever failed since
    return reviewedAt !== undefined && toDayNumber(reviewedAt, zone) >= today ? undefined : promotions.get(item)
  }
}

/** A drill comes with a pass; everything else with its lesson, or when something has been done about it. */
const isKnown = (item: DeckItem): boolean =>
  item.memory.state !== 'new' || (item.kind !== 'drill' && (item.open || !!item.forward || !!item.suspended))

function openLessons(
  items: readonly Item[],
  { exercises }: PracticeEvidence,
  states: ReadonlyMap<string, ItemState>,
): Set<string> {
  const attemptedIds = new Set(exercises.filter(({ attempts }) => attempts > 0).map(({ exercise }) => exercise))
  const isReviewed = (item: string): boolean => (states.get(item)?.recent.length ?? 0) > 0
  const opened = items
    .filter(
      ({ id, kind, exercise }) =>
        isReviewed(id) || (kind === 'drill' && exercise !== undefined && attemptedIds.has(exercise)),
    )
    .map(({ lesson }) => lesson)
  const open = new Set(opened)
  for (const [item, { isAdded }] of states) {
    if (isAdded === true) open.add(item.replace('lesson:', ''))
    if (isAdded === false) open.delete(item.replace('lesson:', ''))
  }
  return open
}
