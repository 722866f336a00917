import { compareOutcomes } from './compare.ts'
import { formatStep, formatValue } from './display-value.ts'
import { EXACT_TOLERANCE } from './exercise.ts'
import type { ComparedCase } from './find-failing-case.ts'
import type { Session } from './runner.ts'
import type { Outcome } from './script.ts'

/** One call that gave two results: the call as code, and both results as text. */
export interface ChangedResult {
  readonly call: string
  readonly first: string
  readonly second: string
}

/**
 * Makes the call of a failing case once more and compares the results. A function whose result depends on its input alone
 * returns the same again; one that keeps something from an earlier call (an array outside the function that every call
 * adds to) does not.
 *
 * @returns undefined if the result is the same, or if the case is not one call that returned
 */
export async function findChangedResult(session: Session, { case: { script }, result }: ComparedCase) {
  const [step] = script
  const before = result?.steps[0]?.outcome
  if (!step || script.length > 1 || before?.kind !== 'returned') return undefined
  const { results } = await session.run([script])
  const after = results[0]?.steps[0]?.outcome
  if (after?.kind !== 'returned' || isSame(before, after)) return undefined
  const changed: ChangedResult = {
    call: formatStep(step),
    first: formatValue(before.value),
    second: formatValue(after.value),
  }
  return changed
}

const isSame = (before: Outcome, after: Outcome): boolean =>
  compareOutcomes(before, after, EXACT_TOLERANCE) === undefined &&
  compareOutcomes(after, before, EXACT_TOLERANCE) === undefined
