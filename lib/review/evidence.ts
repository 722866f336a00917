import type { Promotion } from './deck.ts'
import { initialRating } from './drill-rating.ts'
import type { Item } from './item.ts'
import type { InitialReview } from './replay.ts'

/** A summary of a learner’s graded answers to an exercise. Answers that didn’t run say nothing about memory. */
export interface ExerciseHistory {
  readonly exercise: string
  /** How many answers passed or failed. */
  readonly attempts: number
  /** Absent until the exercise is passed. */
  readonly firstPass?: {
    readonly at: number
    /** Attempts up to and including it. */
    readonly runs: number
    /** Whether the learner had looked at the solution before. */
    readonly assisted: boolean
  }
  /** When an answer last failed. */
  readonly lastFailedAt?: number
}

/** A misconception that a verdict found in a failed answer. */
export interface Mistake {
  readonly exercise: string
  readonly at: number
  readonly misconception: string
}

/** What exercises say of a learner's memory. */
export interface PracticeEvidence {
  readonly exercises: readonly ExerciseHistory[]
  readonly mistakes: readonly Mistake[]
}

/** The one card that teaches what a misconception of an exercise is about. */
export type FindTeachingCard = (exercise: string, misconception: string) => string | undefined

/**
 * Drills that begin: an exercise returns from its first pass on. What was passed later in its lesson does not count;
 * its drills do.
 */
export const initialReviews = (exercises: readonly ExerciseHistory[]): InitialReview[] =>
  exercises.flatMap(({ exercise, firstPass }): InitialReview[] => {
    if (!firstPass) return []
    return [
      {
        kind: 'seed',
        id: `seed:${exercise}`,
        item: `drill:${exercise}`,
        rating: initialRating(firstPass),
        at: firstPass.at,
      },
    ]
  })

/**
 * Cards that failed answers bring forward: those of the exercise, and before them the one card that teaches a mistake
 * which was found. The same mistake ten times brings up one card. What was reviewed since then is settled.
 *
 * @param lastReview  when an item was last reviewed; undefined for never
 */
export function computePromotions(
  { exercises, mistakes }: PracticeEvidence,
  items: readonly Item[],
  teacher: FindTeachingCard,
  lastReview: (item: string) => number | undefined,
): Map<string, Promotion> {
  const forwards = new Map<string, Promotion>()
  const bring = (item: string, forward: Promotion): void => {
    if (forward.at <= (lastReview(item) ?? -1)) return
    const other = forwards.get(item)
    if (!other || rank(forward) > rank(other) || (rank(forward) === rank(other) && forward.at > other.at))
      forwards.set(item, forward)
  }
  for (const { exercise, lastFailedAt: at } of exercises) {
    if (at === undefined) continue
    for (const item of items)
      if (item.kind === 'card' && item.exercise === exercise) bring(item.id, { why: 'failed', at, exercise })
  }
  for (const mistake of mistakes) {
    const card = teacher(mistake.exercise, mistake.misconception)
    if (card) bring(card, { why: 'mistake', ...mistake })
  }
  return forwards
}

const rank = ({ why }: Promotion): number => ({ failed: 0, asked: 1, mistake: 2 })[why]
