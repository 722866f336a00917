import {
  type CaseResult,
  createHypothesis,
  type Evidence,
  explainsFailures,
  type Hypothesis,
  hasNumbers,
  isConsistentWith,
} from './evidence.ts'
import type { Exercise, Misconception, StepOverride } from './exercise.ts'

/** How many pairs are tried, those of the misconceptions' first variants before others. */
const MAX_PAIRS = 4000

/**
 * Finds pairs of misconceptions that an answer shows both at once: one parametrized solution, with the steps of both
 * overridden, gives every result of the learner's.
 *
 * Inputs that a pair does not apply to, and results without numbers (an error, NaN), prove little, since there are
 * thousands of pairs: more than half of the failing cases must be given exactly, and one of them with numbers.
 *
 * @returns the first pair that matches, and those that share a misconception with it, since they look the same
 */
export function diagnosePairs(exercise: Exercise, { failing, passing }: Evidence): readonly Misconception[] {
  if (!failing.some(hasNumbers)) return []
  const pairs: (readonly Misconception[])[] = []
  let pairCount = 0
  for (const pair of generatePairs(exercise)) {
    if (pairCount++ === MAX_PAIRS) break
    if (explainsFailures(pair, failing) && isSupported(pair, failing) && isConsistentWith(pair, passing))
      pairs.push(pair.misconceptions)
  }
  const [first = []] = pairs
  return pairs.filter((pair) => pair.some((misconception) => first.includes(misconception))).flat()
}

interface Part {
  readonly misconception: Misconception
  readonly override: StepOverride
}

function* generatePairs({ misconceptions }: Exercise): Generator<Hypothesis> {
  const parts = interleave(
    misconceptions.map((misconception) =>
      (misconception.stepOverrides ?? []).map((override): Part => ({ misconception, override })),
    ),
  )
  for (const [index, b] of parts.entries())
    for (const a of parts.slice(0, index)) {
      const merged = a.misconception === b.misconception ? undefined : mergeOverrides(a.override, b.override)
      if (merged) yield createHypothesis([a.misconception, b.misconception], a.override.run(merged))
    }
}

/** Returns the first of each list, then the second of each, and so on. */
function interleave<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, k) => lists.flatMap((list) => list.slice(k, k + 1))).flat()
}

/** @returns undefined if both override the same step, and not in the same way */
function mergeOverrides(a: StepOverride, b: StepOverride): StepOverride['overrides'] | undefined {
  const isConflicting = Object.keys(a.overrides).some(
    (step) => step in b.overrides && a.overrides[step] !== b.overrides[step],
  )
  if (isConflicting || a.base !== b.base) return undefined
  return { ...a.overrides, ...b.overrides }
}

function isSupported(pair: Hypothesis, failing: readonly CaseResult[]): boolean {
  const explainedCases = failing.filter((caseResult) => pair.match(caseResult) === 'gives')
  return 2 * explainedCases.length > failing.length && explainedCases.some(hasNumbers)
}
