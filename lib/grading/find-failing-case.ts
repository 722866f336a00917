import type { CaseResult } from './diagnose.ts'
import type { Difference } from './difference.ts'
import type { Exercise } from './exercise.ts'
import { countNumbers, getGap, hasTriangle, MIN_VISIBLE_GAP } from './shrink.ts'

/** A case, what came of it, and how it differs from what was expected. */
export interface ComparedCase extends CaseResult {
  readonly difference: Difference | undefined
}

/**
 * The failing case that is easiest to follow: a worked example where one fails, since a person chose its numbers; else
 * the one with the fewest numbers, but with three tokens, so that the triangle of a mask can be seen. A difference that
 * is too small to be seen in a cell comes last.
 */
export function findFailingCase(exercise: Exercise, caseResults: readonly ComparedCase[]): ComparedCase | undefined {
  const rank = (caseResult: ComparedCase): number => {
    if (!caseResult.difference || caseResult.difference.kind === 'absent') return 1e9
    const hidden = getGap(caseResult.difference) < MIN_VISIBLE_GAP ? 1e6 : 0
    return (
      hidden +
      (caseResult.case.group === 'worked' ? 0 : 1e3) +
      (hasTriangle(exercise, caseResult.case.script) ? 0 : 1e4) +
      countNumbers(caseResult.case.script)
    )
  }
  const failing = caseResults.filter((caseResult) => caseResult.difference)
  return failing.length === 0 ? undefined : failing.reduce((a, b) => (rank(b) < rank(a) ? b : a))
}
