import type { PracticeEvidence } from './evidence.ts'

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
export function evidenceFrom(
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
