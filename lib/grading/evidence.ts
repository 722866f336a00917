import { compareOutcomes } from './compare.ts'
import type { Misconception, RunScript, TestCase, Tolerance } from './exercise.ts'
import { NotApplicable } from './not-applicable.ts'
import type { Outcome, ScriptResult } from './script.ts'
import { countNumbers } from './shrink.ts'
import type { ActualValue } from './value.ts'

/** A test case with its expected and its actual outcome. */
export interface CaseResult {
  readonly case: TestCase
  readonly expected: readonly Outcome[]
  readonly result: ScriptResult | undefined
  readonly failed: boolean
}

/** What a hypothesis must explain, and what could refute it. */
export interface Evidence {
  /** The smallest first, since most hypotheses are refuted by the first one. */
  readonly failing: readonly CaseResult[]
  readonly passing: readonly CaseResult[]
}

/** Splits the results into those that failed, the smallest first, and those that passed. */
export function collectEvidence(caseResults: readonly CaseResult[]): Evidence {
  const failing = caseResults.filter(({ failed }) => failed)
  const sizes = new Map(failing.map((caseResult) => [caseResult, countNumbers(caseResult.case.script)]))
  return {
    failing: failing.sort((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0)),
    passing: caseResults.filter(({ failed }) => !failed),
  }
}

/** One misconception in one of its variants, or several at once, to be compared with results. */
export interface Hypothesis {
  readonly misconceptions: readonly Misconception[]
  readonly match: (caseResult: CaseResult) => Match
}
/** `not-applicable`: the shapes do not fit the misconception, so it could give any wrong result. */
export type Match = 'gives' | 'not-applicable' | 'differs'

/** Creates a hypothesis. It is compared with each case once. */
export function createHypothesis(misconceptions: readonly Misconception[], run: RunScript): Hypothesis {
  const matches = new Map<CaseResult, Match>()
  return {
    misconceptions,
    match(caseResult) {
      const { script, tolerance } = caseResult.case
      const match =
        matches.get(caseResult) ?? compareWithResult(run(script, getOutcomes(caseResult)), caseResult, tolerance)
      matches.set(caseResult, match)
      return match
    },
  }
}

/**
 * Whether the hypothesis explains every failing case: each is what the hypothesis gives, or an input that it does not
 * apply to, and at least one is the former.
 */
export const explainsFailures = ({ match }: Hypothesis, failing: readonly CaseResult[]): boolean =>
  failing.every((caseResult) => match(caseResult) !== 'differs') &&
  failing.some((caseResult) => match(caseResult) === 'gives')

/** Whether no case that the learner passed refutes the hypothesis. */
export const isConsistentWith = ({ match }: Hypothesis, passing: readonly CaseResult[]): boolean =>
  passing.every((caseResult) => match(caseResult) !== 'differs')

/** Returns what the learner's code gave on a case, one outcome per step. */
export const getOutcomes = ({ result }: Pick<CaseResult, 'result'>): readonly Outcome[] =>
  (result?.steps ?? []).map(({ outcome }) => outcome)

/** Compares what a misconception gives on a case with what the learner's code gave. */
export function compareWithResult(
  hypothetical: readonly Outcome[],
  caseResult: CaseResult,
  tolerance: Tolerance,
): Match {
  const { failed, result } = caseResult
  const notApplicable = hypothetical.find(isNotApplicable)
  if (notApplicable) return failed || notApplicable.message === MAY_PASS ? 'not-applicable' : 'differs'
  const steps = result?.steps ?? []
  const widened = failed ? { atol: WIDENING * tolerance.atol, rtol: WIDENING * tolerance.rtol } : tolerance
  const isSame =
    steps.length === hypothetical.length &&
    hypothetical.every((outcome, i) => isSameStep(outcome, steps[i]?.outcome, caseResult.expected[i], widened))
  return isSame ? 'gives' : 'differs'
}

/**
 * A wrong result may differ more from a misconception's than a right one from the reference: where a mistake makes the
 * numbers larger (scores that are not scaled), single precision is coarser.
 */
const WIDENING = 16

function isSameStep(
  hypothetical: Outcome,
  actual: Outcome | undefined,
  expected: Outcome | undefined,
  tolerance: Tolerance,
): boolean {
  if (!actual) return false
  if (hypothetical.kind !== 'returned' || hypothetical.value !== undefined)
    return compareOutcomes(hypothetical, actual, tolerance) === undefined
  // if the reference returns nothing here, any result does. A wrong answer that returns nothing is itself a mistake
  if (expected?.kind === 'returned' && expected.value === undefined) return true
  return actual.kind === 'returned' && actual.value === undefined
}

const NOT_APPLICABLE = new NotApplicable().name
const MAY_PASS = new NotApplicable({ mayPass: true }).message
const isNotApplicable = (outcome: Outcome): outcome is Extract<Outcome, { kind: 'threw' }> =>
  outcome.kind === 'threw' && outcome.error === NOT_APPLICABLE

/** Whether the learner's code gave only finite numbers (or masks, or text) on a case. */
export const hasNumbers = (caseResult: CaseResult): boolean =>
  getOutcomes(caseResult).every((outcome) => outcome.kind === 'returned' && isFiniteThroughout(outcome.value))

function isFiniteThroughout(value: ActualValue): boolean {
  if (Array.isArray(value)) return value.every(isFiniteThroughout)
  if (value !== null && typeof value === 'object') return Object.values(value).every(isFiniteThroughout)
  return typeof value !== 'number' || Number.isFinite(value)
}
