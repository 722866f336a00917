import type { Judged } from './diagnose.ts'
import type { Difference } from './difference.ts'
import type { Exercise } from './exercise.ts'
import { gapOf, hasTriangle, scriptSize, VISIBLE } from './shrink.ts'

/** A case, what came of it, and how it differs from what was expected. */
export interface JudgedCase extends Judged {
  readonly difference: Difference | undefined
}

/**
 * The failing case that is easiest to follow: a worked example where one fails, since a person chose its numbers; else
 * the one with the fewest numbers, but with three tokens, so that the triangle of a mask can be seen. A difference that
 * is too small to be seen in a cell comes last.
 */
export function failingCase(exercise: Exercise, judged: readonly JudgedCase[]): JudgedCase | undefined {
  const rank = (j: JudgedCase): number => {
    if (!j.difference || j.difference.kind === 'absent') return 1e9
    const hidden = gapOf(j.difference) < VISIBLE ? 1e6 : 0
    return (
      hidden +
      (j.case.group === 'worked' ? 0 : 1e3) +
      (hasTriangle(exercise, j.case.script) ? 0 : 1e4) +
      scriptSize(j.case.script)
    )
  }
  const failing = judged.filter((j) => j.difference)
  return failing.length === 0 ? undefined : failing.reduce((a, b) => (rank(b) < rank(a) ? b : a))
}
