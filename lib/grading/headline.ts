import { getArgs, getParamNames, unwrapArg } from './axes.ts'
import type { ChangedResult } from './changed-result.ts'
import { getShape } from './compare.ts'
import { describeCost } from './cost.ts'
import { describeDifference } from './describe-difference.ts'
import { describeProblem } from './describe-problem.ts'
import type { CaseResult } from './diagnose.ts'
import type { Exercise, Misconception } from './exercise.ts'
import type { ComparedCase } from './find-failing-case.ts'
import { describeMemory } from './memory.ts'
import type { Script } from './script.ts'
import type { Cost, MemoryUsage, Problem } from './verdict.ts'

export interface Facts {
  readonly passed: boolean
  readonly problem: Problem | undefined
  readonly misconceptions: readonly Misconception[]
  readonly worst: ComparedCase | undefined
  readonly caseResults: readonly ComparedCase[]
  readonly cost: Cost | undefined
  readonly memory: MemoryUsage | undefined
  /** A step that gave another result when the case ran again. */
  readonly changedResult: ChangedResult | undefined
}

/** What happened, in a line; and, where no misconception says it, the most telling difference in a sentence. */
export function createHeadline(exercise: Exercise, facts: Facts): { headline: string; difference?: string } {
  if (facts.passed) return { headline: exercise.passHeadline }
  const [misconception] = facts.misconceptions
  if (misconception) return { headline: misconception.headline }
  if (facts.problem) {
    const { headline: h, sentence } = describeProblem(facts.problem)
    return { headline: h, difference: sentence }
  }
  if (facts.changedResult) {
    return {
      headline: 'Your code gives two results for one input',
      difference: describeChangedResult(facts.changedResult),
    }
  }
  if (facts.worst?.difference) {
    const { headline: h, sentence } = describeDifference(
      facts.worst.difference,
      inputShapes(exercise, facts.worst.case.script),
    )
    return { headline: h, difference: sentence }
  }
  const changed = facts.caseResults.find((caseResult) => caseResult.result?.changed)
  if (changed)
    return {
      headline: `Correct, but your code changes ${getChangedName(exercise, changed)}`,
      difference: 'The caller still needs its inputs. Work on a copy: `x.slice()`, or `X.map((row) => row.slice())`.',
    }
  if (facts.memory && !facts.memory.passed)
    return { headline: 'Correct, but it uses too much memory', difference: describeMemory(facts.memory) }
  if (facts.cost) return { headline: 'Correct, but it takes too many steps', difference: describeCost(facts.cost) }
  return { headline: 'Your code did not finish on a large input' }
}

function describeChangedResult({ step, first, second, owner }: ChangedResult): string {
  const end = second.endsWith('…') ? '' : '.'
  return owner === 'instance'
    ? `${step} gave ${first}, and after the same calls on a new instance ${second}${end} Something outside the instance still holds what an earlier one put there (create it in the constructor), or the code depends on chance or on the time.`
    : `${step} returned ${first}, and when called again ${second}${end} Something outside the function still holds what an earlier call put there (create it inside the function), or the code depends on chance or on the time.`
}

function getChangedName(exercise: Exercise, caseResult: CaseResult): string {
  const { changed } = caseResult.result ?? {}
  if (!changed) return 'its inputs'
  return (
    getParamNames(exercise, caseResult.case.script[changed.step])[changed.arg] ??
    `argument ${changed.arg + 1} of its call`
  )
}

function inputShapes(exercise: Exercise, script: Script): Record<string, readonly number[]> {
  const [step] = script
  if (!step) return {}
  return Object.fromEntries(
    getParamNames(exercise, step).map((name, i) => [name, getShape(unwrapArg(getArgs(step)[i])).shape]),
  )
}
