import fc from 'fast-check'
import { arbitraryLog, arbitraryNow, arbitraryPlan, arbitraryZone, SOME_ITEMS } from './arbitrary-log.ts'
import { type BuiltDeck, buildDeck, type DeckInput } from './build-deck.ts'
import { DAY_MS } from './day.ts'
import { deriveItemRecords } from './derive-item-records.ts'
import { initialReviews, type PracticeEvidence } from './evidence.ts'
import type { LogEntry } from './log.ts'
import type { ItemReviews } from './statistics.ts'

/** Answers to the exercises of the three lessons in the forty days before a moment, some with a mistake that was found. */
const arbitraryAttempts = (now: number): fc.Arbitrary<Attempt[]> =>
  fc.array(
    fc.record({
      exercise: fc.constantFrom('ex-one', 'ex-two', 'ex-three'),
      at: fc.integer({ min: now - 40 * DAY_MS, max: now }),
      passed: fc.boolean(),
      misconceptions: fc.subarray(['no-scale', 'no-mask']),
    }),
    { maxLength: 6 },
  )

/** The input of a deck, with a time to build it at. */
export const arbitraryDeckInput: fc.Arbitrary<{ parts: LogDeckInput; now: number }> = arbitraryNow.chain((now) =>
  fc
    .record({
      entries: arbitraryLog(now),
      attempts: arbitraryAttempts(now),
      plan: arbitraryPlan(now),
      zone: arbitraryZone,
    })
    .map(({ entries, attempts, plan, zone }) => ({
      now,
      parts: {
        items: SOME_ITEMS,
        entries,
        evidence: createEvidence(attempts),
        teacher: (exercise: string) => `${exercise.replace('ex-', '')}/b`,
        plan,
        zone,
      },
    })),
)

/** A deck with the time that it was built at. */
export const arbitraryDeck = arbitraryDeckInput.map(({ parts, now }) => ({
  ...buildDeckFromLog(parts, now),
  parts,
  now,
}))

/** The input of a deck, with the log instead of the item states. */
interface LogDeckInput extends Omit<DeckInput, 'states'> {
  readonly entries: readonly LogEntry[]
}

/** Builds a deck from a whole log, with the reviews that statistics count. */
export function buildDeckFromLog(
  { entries, ...parts }: LogDeckInput,
  now: number,
): BuiltDeck & { readonly reviews: ItemReviews[] } {
  const records = deriveItemRecords(entries, initialReviews(parts.evidence.exercises), parts.plan.retention)
  const states = new Map([...records].map(([item, { state }]) => [item, state]))
  const reviews = [...records].map(([item, { lastMonth }]) => ({ item, lastMonth }))
  return { ...buildDeck({ ...parts, states }, now), reviews }
}

/** A graded answer that ran, for tests. */
export interface Attempt {
  readonly exercise: string
  readonly at: number
  readonly passed: boolean
  /** Ids of the misconceptions in its verdict. */
  readonly misconceptions: readonly string[]
}

interface SolutionView {
  readonly exercise: string
  readonly at: number
}

/** Summarizes answers one by one, as the database does in a query. */
export function createEvidence(
  attempts: readonly Attempt[],
  solutionViews: readonly SolutionView[] = [],
): PracticeEvidence {
  return {
    exercises: [...Map.groupBy(attempts, ({ exercise }) => exercise)].map(([exercise, mine]) => {
      const passes = mine.filter(({ passed }) => passed).map(({ at }) => at)
      const failures = mine.filter(({ passed }) => !passed).map(({ at }) => at)
      const at = Math.min(...passes)
      const firstPass = {
        at,
        runs: mine.filter((attempt) => attempt.at <= at).length,
        assisted: solutionViews.some((view) => view.exercise === exercise && view.at <= at),
      }
      return {
        exercise,
        attempts: mine.length,
        ...(passes.length > 0 && { firstPass }),
        ...(failures.length > 0 && { lastFailedAt: Math.max(...failures) }),
      }
    }),
    mistakes: attempts
      .filter(({ passed }) => !passed)
      .flatMap(({ exercise, at, misconceptions }) =>
        misconceptions.map((misconception) => ({ exercise, at, misconception })),
      ),
  }
}
