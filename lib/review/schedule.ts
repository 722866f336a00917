import { type Card, createEmptyCard, type FSRS, FSRSVersion, fsrs, State } from 'ts-fsrs'
import type { Item } from './item.ts'
import { type MemoryState, RATINGS, type Rating } from './memory-state.ts'

type Kind = Item['kind']

/** The state of an item that has never been asked and may be asked from this moment on. */
export const emptyMemoryState = (at: number): MemoryState => toMemory(createEmptyCard(new Date(at)))

/**
 * The state of an item after one more review: FSRS 6 as ts-fsrs computes it, with its default parameters and
 * steps of learning (1 and 10 minutes, again 10), without chance, so that the same log gives the same schedule.
 *
 * A drill has no steps of learning: what takes eight minutes is not asked again in ten.
 *
 * @param at         when it was rated; where a clock went back, the last review's time counts
 * @param retention  the wanted probability of recall when it is asked again
 */
export function scheduleReview(
  kind: Kind,
  memory: MemoryState,
  rating: Rating,
  at: number,
  retention: number,
): MemoryState {
  const when = Math.max(at, memory.lastReview ?? at)
  return toMemory(getScheduler(kind, retention).next(toFsrsCard(memory), when, rating).card)
}

/** What each of the four ratings would make of it: what the buttons say. */
export function previewRatings(
  kind: Kind,
  memory: MemoryState,
  at: number,
  retention: number,
): Readonly<Record<Rating, MemoryState>> {
  const [again, hard, good, easy] = RATINGS.map((rating) => scheduleReview(kind, memory, rating, at, retention))
  if (!again || !hard || !good || !easy) throw new Error('there are four ratings')
  return { 1: again, 2: hard, 3: good, 4: easy }
}

/**
 * Probability that an item is recalled at a moment; 0 for one that was never asked.
 *
 * Days are whole ones between reviews in FSRS; in between this is its forgetting curve with a fraction of a day.
 */
export function retrievabilityAt(memory: MemoryState, at: number): number {
  if (memory.lastReview === undefined || memory.stability <= 0) return 0
  const days = Math.max(0, at - memory.lastReview) / 86_400_000
  return getScheduler('card', 0.9).forgetting_curve(days, memory.stability)
}

/** The schedulers that were needed so far: one for each kind of steps and each retention. */
const schedulersByKey = new Map<string, FSRS>()

function getScheduler(kind: Kind, retention: number): FSRS {
  const steps = kind !== 'drill'
  const key = `${steps} ${retention}`
  const fsrsScheduler = schedulersByKey.get(key) ?? fsrs({ request_retention: retention, enable_short_term: steps })
  schedulersByKey.set(key, fsrsScheduler)
  return fsrsScheduler
}

/** Describes the scheduler and all its parameters: equal descriptions give equal schedules. */
export const describeScheduler = (retention: number): string =>
  JSON.stringify([FSRSVersion, getScheduler('card', retention).parameters, getScheduler('drill', retention).parameters])

const STATES = ['new', 'learning', 'review', 'relearning'] as const

const toMemory = (card: Card): MemoryState => ({
  state: STATES[card.state],
  due: card.due.getTime(),
  stability: card.stability,
  difficulty: card.difficulty,
  scheduledDays: card.scheduled_days,
  step: card.learning_steps,
  reps: card.reps,
  lapses: card.lapses,
  ...(card.last_review && { lastReview: card.last_review.getTime() }),
})

const toFsrsCard = (memory: MemoryState): Card => ({
  state: { new: State.New, learning: State.Learning, review: State.Review, relearning: State.Relearning }[memory.state],
  due: new Date(memory.due),
  stability: memory.stability,
  difficulty: memory.difficulty,
  elapsed_days: 0, // on its way out of ts-fsrs, and nothing is computed from it
  scheduled_days: memory.scheduledDays,
  learning_steps: memory.step,
  reps: memory.reps,
  lapses: memory.lapses,
  ...(memory.lastReview !== undefined && { last_review: new Date(memory.lastReview) }),
})

/** Stability after a review, without the dates: what plans and worth are reckoned with, thousands of times. */
export function stabilityAfter(kind: Kind, memory: MemoryState, rating: Rating, days: number): number {
  const fsrsState = memory.reps > 0 ? { stability: memory.stability, difficulty: memory.difficulty } : null
  return getScheduler(kind, 0.9).next_state(fsrsState, Math.max(0, Math.floor(days)), rating).stability
}

/** Probability of recall some days after a review that left this stability. */
export const retrievabilityAfter = (stability: number, days: number): number =>
  stability <= 0 ? 0 : getScheduler('card', 0.9).forgetting_curve(Math.max(0, days), stability)
