import type { Forward } from './desk.ts'
import { seedRating } from './drill-rating.ts'
import type { Item } from './item.ts'
import type { Seed } from './replay.ts'

/** A graded answer to an exercise. One that did not run says nothing of what is remembered, and is none. */
export interface Attempt {
  readonly exercise: string
  readonly at: number
  readonly passed: boolean
  /** Ids of the misconceptions that its verdict found. */
  readonly misconceptions: readonly string[]
}

/** What exercises say of a learner's memory. */
export interface Evidence {
  readonly attempts: readonly Attempt[]
  /** When the worked answer was looked at before a pass. */
  readonly givenUp: readonly { readonly exercise: string; readonly at: number }[]
}

/** The one card that teaches what a misconception of an exercise is about. */
export type Teacher = (exercise: string, misconception: string) => string | undefined

/**
 * Drills that begin: an exercise returns from its first pass on. What was passed later in its lesson does not count;
 * its drills do.
 */
export function seedsOf({ attempts, givenUp }: Evidence): Seed[] {
  const exercises = new Set(attempts.map((it) => it.exercise))
  return [...exercises].flatMap((exercise): Seed[] => {
    const mine = attempts.filter((it) => it.exercise === exercise)
    const at = Math.min(...mine.filter((it) => it.passed).map((it) => it.at))
    if (!Number.isFinite(at)) return []
    const assisted = givenUp.some((it) => it.exercise === exercise && it.at <= at)
    const rating = seedRating({ assisted, runs: mine.filter((it) => it.at <= at).length })
    return [{ kind: 'seed', id: `seed:${exercise}`, item: `drill:${exercise}`, rating, at }]
  })
}

/**
 * Cards that failed answers bring forward: those of the exercise, and before them the one card that teaches a mistake
 * which was found. The same mistake ten times brings up one card. What was reviewed since then is settled.
 *
 * @param lastReview  when an item was last reviewed; undefined for never
 */
export function forwardsOf(
  attempts: readonly Attempt[],
  items: readonly Item[],
  teacher: Teacher,
  lastReview: (item: string) => number | undefined,
): Map<string, Forward> {
  const forwards = new Map<string, Forward>()
  const bring = (item: string, forward: Forward): void => {
    if (forward.at <= (lastReview(item) ?? -1)) return
    const other = forwards.get(item)
    if (!other || rank(forward) > rank(other) || (rank(forward) === rank(other) && forward.at > other.at))
      forwards.set(item, forward)
  }
  for (const { exercise, at, misconceptions } of attempts.filter((it) => !it.passed)) {
    for (const it of items)
      if (it.kind === 'card' && it.exercise === exercise) bring(it.id, { why: 'failed', at, exercise })
    for (const misconception of misconceptions) {
      const card = teacher(exercise, misconception)
      if (card) bring(card, { why: 'mistake', at, exercise, misconception })
    }
  }
  return forwards
}

const rank = ({ why }: Forward): number => ({ failed: 0, asked: 1, mistake: 2 })[why]
