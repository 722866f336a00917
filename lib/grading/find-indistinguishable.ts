import { compareOutcomes } from './compare.ts'
import type { Exercise, Misconception, TestCase } from './exercise.ts'
import type { Outcome } from './script.ts'

/** Two names for the same outputs, or a misconception that no case distinguishes from the reference. */
export interface Indistinguishable {
  readonly misconception: string
  /** The other misconception; absent where it is the reference itself. */
  readonly other?: string
}

/**
 * Misconceptions that the cases of a seed cannot distinguish from the reference, or from each other.
 *
 * @returns an entry for each; empty if all verdicts can be distinguished
 */
export function findIndistinguishable(exercise: Exercise, seed: number): readonly Indistinguishable[] {
  const cases = exercise.cases(seed)
  const expected = cases.map((c) => exercise.expected(c.script))
  const outputs = exercise.misconceptions.map((m) => ({ m, given: cases.map((c) => m.run(c.script)) }))
  const alike = (a: readonly (readonly Outcome[])[], b: readonly (readonly Outcome[])[]) =>
    cases.every((c, i) => haveSameOutcomes(a[i] ?? [], b[i] ?? [], c))
  return outputs.flatMap(({ m, given: outcomes }, i): Indistinguishable[] => [
    ...(alike(expected, outcomes) && !isFoundOnlyByExactOutputs(exercise, m, cases, expected)
      ? [{ misconception: m.id }]
      : []),
    ...outputs
      .slice(i + 1)
      .filter((o) => alike(outcomes, o.given))
      .map((o) => ({ misconception: m.id, other: o.m.id })),
  ])
}

/** Within the tolerance, yet more than 1e-9 from the reference: found by its exact outputs. */
function isFoundOnlyByExactOutputs(
  exercise: Exercise,
  m: Misconception,
  cases: readonly TestCase[],
  expected: readonly (readonly Outcome[])[],
): boolean {
  const tight = { atol: 1e-9, rtol: 1e-9 }
  return (
    exercise.tolerance.atol > 0 &&
    cases.some((c, i) => !haveSameOutcomes(expected[i] ?? [], m.run(c.script), { ...c, tolerance: tight }))
  )
}

function haveSameOutcomes(
  a: readonly Outcome[],
  b: readonly Outcome[],
  { tolerance }: Pick<TestCase, 'tolerance'>,
): boolean {
  return a.length === b.length && a.every((x, i) => isSameOutcome(x, b[i], tolerance))
}
function isSameOutcome(a: Outcome, b: Outcome | undefined, tolerance: TestCase['tolerance']): boolean {
  if (!b) return false
  if (a.kind === 'returned' && b.kind === 'returned' && a.value === undefined) return true
  return compareOutcomes(a, b, tolerance) === undefined
}
