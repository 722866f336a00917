import { compareOutcomes } from './compare.ts'
import { formatStep, formatValue } from './display-value.ts'
import { EXACT_TOLERANCE } from './exercise.ts'
import type { ComparedCase } from './find-failing-case.ts'
import type { Session } from './runner.ts'
import type { Outcome } from './script.ts'

/** One step that gave two results: the step as code, and both results as text. */
export interface ChangedResult {
  readonly step: string
  readonly first: string
  readonly second: string
  /** What the code should keep its state in. */
  readonly owner: 'function' | 'instance'
}

/**
 * Runs a failing case once more and compares the results. Code whose result depends on its input alone returns the same
 * again; code that keeps something outside (an array that every call adds to, a static field) does not.
 *
 * @returns the first step with another result; undefined if there is none, or if a step threw in one run only
 */
export async function findChangedResult(
  session: Session,
  { case: { script }, result }: ComparedCase,
): Promise<ChangedResult | undefined> {
  if (!result) return undefined
  const { results } = await session.run([script])
  const owner = script.some((step) => 'new' in step) ? 'instance' : 'function'
  for (const [i, step] of script.entries()) {
    const [before, after] = [result.steps[i]?.outcome, results[0]?.steps[i]?.outcome]
    if (!before || before.kind !== after?.kind) return undefined
    if (before.kind !== 'returned' || after.kind !== 'returned' || isSame(before, after)) continue
    return { step: formatStep(step), first: formatValue(before.value), second: formatValue(after.value), owner }
  }
  return undefined
}

type Returned = Extract<Outcome, { readonly kind: 'returned' }>

/** A hole or a function is equal to nothing, not even to itself: such results are the same if they read the same. */
const isSame = (before: Returned, after: Returned): boolean =>
  (isEqual(before, after) && isEqual(after, before)) ||
  (!isEqual(before, before) && formatValue(before.value) === formatValue(after.value))

const isEqual = (a: Outcome, b: Outcome): boolean => compareOutcomes(a, b, EXACT_TOLERANCE) === undefined
