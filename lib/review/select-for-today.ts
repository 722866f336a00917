import type { DeckItem } from './deck.ts'
import { estimateCostMs } from './estimate-durations.ts'
import type { Plan } from './plan.ts'
import type { ReviewTarget } from './review-target.ts'
import { retrievabilityAfter, retrievabilityAt, stabilityAfter } from './schedule.ts'

/** Why an item is in today's queue. */
export type Reason = 'step' | 'forward' | 'due' | 'refresh' | 'new'
/** An item that is asked, and why. */
export interface Queued {
  readonly item: DeckItem
  readonly reason: Reason
}

/** What was done on the learner's day so far. */
export interface DailyUsage {
  /** Items that were asked for the first time. */
  readonly newItems: number
  /** Items that were asked again; steps of learning are not counted. */
  readonly reviews: number
  readonly minutes: number
  /** Of these minutes, those that went into drills. */
  readonly drillMinutes: number
}

interface Limits {
  readonly plan: Plan
  readonly done: DailyUsage
  readonly horizon: ReviewTarget
  readonly now: number
  /** Milliseconds that steps of learning will take. */
  readonly reserved: number
}

/**
 * Chooses what fits into the day, and puts it in order.
 *
 * Drills may take half of the day's minutes, so that neither they nor cards push the others out. The rest goes to what
 * is worth most: what was brought forward, then reviews and (before an interview together with them, else after them)
 * new items. One item is taken though it is longer than what is left, when nothing else was done that day.
 */
export function selectForToday(
  candidates: readonly Queued[],
  limits: Limits,
): { selected: Queued[]; overLimit: Queued[] } {
  const budget = new DailyBudget(limits)
  const ranked = rank(candidates, limits)
  const reservedDrills = new Set(
    ranked.filter((candidate) => candidate.item.kind === 'drill' && budget.reserveDrill(candidate)),
  )
  const others = ranked.filter((candidate) => !reservedDrills.has(candidate) && budget.reserve(candidate))
  const selected = [...reservedDrills, ...others]
  const first =
    selected.length === 0 && budget.isUnspent ? ranked.find((candidate) => budget.allows(candidate)) : undefined
  const chosen = new Set(first ? [first] : selected)
  return {
    selected: interleaveDrills([...chosen].sort(byRank(ranked)), limits.done),
    overLimit: ranked.filter((candidate) => !chosen.has(candidate)),
  }
}

const byRank = (ranked: readonly Queued[]) => {
  const rankByCandidate = new Map(ranked.map((candidate, i) => [candidate, i]))
  return (a: Queued, b: Queued): number => (rankByCandidate.get(a) ?? 0) - (rankByCandidate.get(b) ?? 0)
}

/** What is left of a day's limits. */
class DailyBudget {
  #fresh: number
  #reviews: number
  #ms: number
  #drillMs: number
  readonly #now: number
  readonly isUnspent: boolean

  constructor({ plan, done, now, reserved }: Limits) {
    this.#now = now
    this.#fresh = plan.newPerDay - done.newItems
    this.#reviews = plan.reviewsPerDay - done.reviews
    this.#ms = (plan.minutesPerDay - done.minutes) * 60_000 - reserved
    this.#drillMs = (plan.minutesPerDay / 2 - done.drillMinutes) * 60_000
    this.isUnspent = done.minutes === 0 && reserved === 0
  }

  /** Whether the count of its kind is not used up. */
  allows({ reason }: Queued): boolean {
    return reason === 'new' ? this.#fresh > 0 : this.#reviews > 0
  }

  reserve(candidate: Queued): boolean {
    const cost = estimateCostMs(candidate.item, this.#now)
    if (!this.allows(candidate) || cost > this.#ms) return false
    if (candidate.reason === 'new') this.#fresh--
    else this.#reviews--
    this.#ms -= cost
    return true
  }

  reserveDrill(candidate: Queued): boolean {
    if (candidate.item.ms > this.#drillMs || !this.reserve(candidate)) return false
    this.#drillMs -= candidate.item.ms
    return true
  }
}

/** Orders candidates by priority, for days when not all of them fit. */
function rank(candidates: readonly Queued[], { now, horizon }: Limits): Queued[] {
  const worth = new Map(candidates.map((candidate) => [candidate, computeReviewGain(candidate.item, now, horizon.at)]))
  const byWorth = (a: Queued, b: Queued): number => (worth.get(b) ?? 0) - (worth.get(a) ?? 0)
  const promoted = candidates
    .filter(({ item }) => item.forward)
    .sort((a, b) => urgency(b) - urgency(a) || byWorth(a, b))
  const others = candidates.filter(({ item }) => !item.forward)
  // before an interview an unseen item is worth as much as it will be remembered; without one, what is known is kept first
  if (horizon.day !== undefined) return [...promoted, ...others.sort(byWorth)]
  const newItems = others.filter(({ reason }) => reason === 'new')
  return [...promoted, ...others.filter(({ reason }) => reason !== 'new').sort(byWorth), ...newItems]
}

const urgency = ({ item }: Queued): number => (item.forward ? { failed: 1, asked: 2, mistake: 3 }[item.forward.why] : 0)

/**
 * Puts what was chosen in the order of asking: mistakes first, then reviews and new items mixed in proportion, drills
 * last. What was done already counts into the proportion, so that the order stays when it is computed again.
 */
function interleaveDrills(chosen: readonly Queued[], done: DailyUsage): Queued[] {
  const drills = chosen.filter(({ item }) => item.kind === 'drill')
  const mistakes = chosen.filter(({ item }) => item.kind !== 'drill' && item.forward?.why === 'mistake')
  const cards = chosen.filter((candidate) => !drills.includes(candidate) && !mistakes.includes(candidate))
  const newItems = cards.filter(({ reason }) => reason === 'new')
  const reviews = cards.filter(({ reason }) => reason !== 'new')
  const ranked = [...spreadEvenly(reviews, done.reviews), ...spreadEvenly(newItems, done.newItems)].sort(
    (a, b) => a.place - b.place,
  )
  return [...mistakes, ...ranked.map(({ queued }) => queued), ...drills]
}

/** Places between 0 and 1: evenly, over what is done and what is to come. */
const spreadEvenly = (all: readonly Queued[], done: number) =>
  all.map((queued, i) => ({ queued, place: (done + i + 0.5) / (done + all.length) }))

const DAY = 86_400_000
const MINUTE = 60_000

/**
 * What a review of an item now is worth: how much likelier it will be recalled at the horizon, times how often it is
 * asked, for each minute that it takes.
 *
 * The answer is right with the probability p that FSRS gives it now (good), else wrong (again):
 * worth = weight · (p · R(S_good) + (1 − p) · R(S_again) − R(S)) / minutes, R being recall at the horizon.
 */
function computeReviewGain({ kind, memory, weight, ms }: DeckItem, now: number, horizon: number): number {
  const days = Math.max(0, horizon - now) / DAY
  const since = memory.lastReview === undefined ? 0 : (now - memory.lastReview) / DAY
  // a new item is learned to the end: its first answer does not decide
  const p = memory.state === 'new' ? 1 : retrievabilityAt(memory, now)
  const after = (rating: 1 | 3): number => retrievabilityAfter(stabilityAfter(kind, memory, rating, since), days)
  const gain = p * after(3) + (1 - p) * after(1) - retrievabilityAt(memory, horizon)
  return (weight * Math.max(0, gain)) / Math.max(ms / MINUTE, 1 / 60)
}
