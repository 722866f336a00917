import { getParamNames } from './axes.ts'
import { describeCostBriefly, describeGrowth } from './cost.ts'
import { describeDifference } from './describe-difference.ts'
import type { CaseResult } from './diagnose.ts'
import type { Difference } from './difference.ts'
import type { CaseGroup, Exercise, Misconception } from './exercise.ts'
import type { Check, Cost, MemoryUsage } from './verdict.ts'

const NAMES: Readonly<Record<CaseGroup, string>> = {
  worked: 'Worked example',
  random: 'Random inputs',
  special: 'Edge cases',
}

/**
 * The checks by name, each passed or failed with a few words.
 *
 * @param hidden  misconceptions that were found though every number is within the tolerance: the edge cases fail
 * @param unfinished  the counted inputs did not run to their end
 */
export function createChecks(
  exercise: Exercise,
  caseResults: readonly (CaseResult & { readonly difference: Difference | undefined })[],
  cost: Cost | undefined,
  memory: MemoryUsage | undefined,
  hidden: readonly Misconception[],
  unfinished: boolean,
): Check[] {
  const failed = caseResults.some((caseResult) => caseResult.failed)
  const group = (id: CaseGroup): Check => {
    const mine = caseResults.filter((caseResult) => caseResult.case.group === id)
    const bad = mine.filter((caseResult) => caseResult.difference)
    const caught = id === 'special' && !failed && hidden.length > 0
    const [first] = bad
    const message = caught
      ? 'close, but not exact'
      : first?.difference && (mine.length === 1 || bad.length === mine.length) && id === 'worked'
        ? describeDifference(first.difference).short
        : `${bad.length} of ${mine.length}`
    const passed = bad.length === 0 && !caught
    return { id, name: NAMES[id], passed, message: passed ? '' : message }
  }
  const changed = caseResults.find((caseResult) => caseResult.result?.changed)
  const argument = changed?.result?.changed
  const name = argument && getParamNames(exercise, changed.case.script[argument.step])[argument.arg]
  const unchanged: Check = {
    id: 'unchanged',
    name: 'Inputs unchanged',
    passed: !changed,
    message: changed ? `${name ?? 'an argument'} changed` : '',
  }
  const graded: Check[] =
    exercise.cost?.maxExponent === undefined
      ? []
      : [
          {
            id: 'cost',
            name: 'Cost',
            passed: cost?.passed ?? false,
            message: cost
              ? cost.passed
                ? ''
                : describeCostBriefly(cost)
              : unfinished
                ? 'did not finish'
                : 'not reached',
          },
        ]
  return [group('worked'), group('random'), group('special'), unchanged, ...graded, ...checkMemory(exercise, memory)]
}

function checkMemory(exercise: Exercise, memory: MemoryUsage | undefined): Check[] {
  if (!exercise.memory) return []
  const message = !memory
    ? 'not reached'
    : memory.passed
      ? ''
      : memory.exponent > memory.maxExponent
        ? describeGrowth(memory.exponent)
        : 'too much at once'
  return [{ id: 'memory', name: 'Memory', passed: memory?.passed ?? false, message }]
}
