import { compareOutcomes } from './compare.ts'
import { diagnosePairs } from './diagnose-pairs.ts'
import {
  type CaseResult,
  collectEvidence,
  compareWithResult,
  createHypothesis,
  type Evidence,
  explainsFailures,
  getOutcomes,
  type Hypothesis,
  hasNumbers,
  isConsistentWith,
} from './evidence.ts'
import { EXACT_TOLERANCE, type Exercise, type Misconception, type RunScript, type Tolerance } from './exercise.ts'
import type { Outcome } from './script.ts'

export type { CaseResult } from './evidence.ts'

/**
 * Finds the misconceptions whose outputs the learner's code gave, on every case.
 *
 * A misconception is named only when the evidence fits everything: each failing case equals what the misconception gives
 * there, and no case fails that it would pass. All that fit are named, since nothing distinguishes them. If none fits
 * alone, two may: both in the same code, or each on the failing cases that the other does not explain.
 *
 * @param pairs  whether to look for two misconceptions at once too, which means trying all pairs
 * @returns none, one or several misconceptions; empty when nothing failed
 */
export function diagnose(
  exercise: Exercise,
  caseResults: readonly CaseResult[],
  { pairs = true }: { readonly pairs?: boolean } = {},
): readonly Misconception[] {
  const evidence = collectEvidence(caseResults)
  if (evidence.failing.length === 0) return []
  const hypotheses = exercise.misconceptions.flatMap((misconception) => createHypotheses(misconception, caseResults))
  const alone = hypotheses.filter(
    (hypothesis) => explainsFailures(hypothesis, evidence.failing) && isConsistentWith(hypothesis, evidence.passing),
  )
  if (alone.length > 0 || !pairs) return uniqueById(alone.flatMap(({ misconceptions }) => misconceptions))
  const both = diagnosePairs(exercise, evidence)
  return uniqueById(both.length > 0 ? both : (diagnoseDisjointPair(hypotheses, evidence) ?? []))
}

function createHypotheses(misconception: Misconception, caseResults: readonly CaseResult[]): readonly Hypothesis[] {
  const { run, load, variants = [], variantLoads = [] } = misconception
  return [
    load ? loadOnce(load, caseResults) : run,
    ...variants,
    ...variantLoads.map((loadVariant) => loadOnce(loadVariant, caseResults)),
  ].map((runScript) => createHypothesis([misconception], runScript))
}

/** Runs a misconception whose state outlives a script on all cases in turn, as the learner's code was. */
function loadOnce(load: () => RunScript, caseResults: readonly CaseResult[]): RunScript {
  const run = load()
  const outcomes = new Map(
    caseResults.map((caseResult) => [caseResult.case.script, run(caseResult.case.script, getOutcomes(caseResult))]),
  )
  return (script) => outcomes.get(script) ?? []
}

const uniqueById = (misconceptions: readonly Misconception[]): readonly Misconception[] =>
  misconceptions.filter((one, i) => misconceptions.findIndex(({ id }) => id === one.id) === i)

/**
 * Finds two misconceptions that explain every failing case between them, and that no passing case refutes. Each must
 * give numbers somewhere: a NaN or an error looks the same whatever led to it.
 */
function diagnoseDisjointPair(hypotheses: readonly Hypothesis[], { failing, passing }: Evidence) {
  const explained = new Map<Hypothesis, ReadonlySet<CaseResult>>()
  for (const hypothesis of hypotheses) {
    const explainedCases = new Set(failing.filter((caseResult) => hypothesis.match(caseResult) === 'gives'))
    if ([...explainedCases].some(hasNumbers) && isConsistentWith(hypothesis, passing))
      explained.set(hypothesis, explainedCases)
  }
  return findDisjointPair(explained, failing)
}

/** Finds the pair, those that explain most first. */
function findDisjointPair(
  explained: ReadonlyMap<Hypothesis, ReadonlySet<CaseResult>>,
  failing: readonly CaseResult[],
): readonly Misconception[] | undefined {
  const list = [...explained].sort((a, b) => b[1].size - a[1].size)
  for (const [a, ofA] of list)
    for (const [b, ofB] of list)
      if (
        a !== b &&
        ofB.size < failing.length &&
        failing.every((caseResult) => ofA.has(caseResult) || ofB.has(caseResult))
      )
        return [...a.misconceptions, ...b.misconceptions]
  return undefined
}

/** Below this a learner's numbers are the reference's, whatever the order of operations. */
const SAME = 1e-9
const IDENTICAL: Tolerance = { atol: 1e-12, rtol: 1e-12 }
const DIFFERS: Tolerance = { atol: SAME, rtol: SAME }

/**
 * Finds misconceptions that hide within the tolerance (an epsilon in the softmax): the learner's outputs equal theirs to
 * 1e-12 on every case where they differ from the reference by more than 1e-9.
 *
 * Costs nothing for an answer that equals the reference to 1e-9, as a right one in double precision does.
 */
export function findHiddenMisconceptions(
  exercise: Exercise,
  caseResults: readonly CaseResult[],
): readonly Misconception[] {
  if (caseResults.every((caseResult) => !differsFromReference(caseResult))) return []
  return exercise.misconceptions.filter(({ run }) => {
    let differs = false
    for (const caseResult of caseResults) {
      const { script, tolerance } = caseResult.case
      const hypothetical = run(script, getOutcomes(caseResult))
      if (allMatch(hypothetical, caseResult.expected, DIFFERS)) continue
      differs = true
      if (
        compareWithResult(hypothetical, caseResult, tolerance === EXACT_TOLERANCE ? EXACT_TOLERANCE : IDENTICAL) !==
        'gives'
      )
        return false
    }
    return differs
  })
}

const differsFromReference = (caseResult: CaseResult): boolean =>
  !allMatch(caseResult.expected, getOutcomes(caseResult), DIFFERS)
const allMatch = (expected: readonly Outcome[], actual: readonly Outcome[], tolerance: Tolerance): boolean =>
  expected.length === actual.length &&
  expected.every((outcome, i) => {
    const other = actual[i]
    return other !== undefined && compareOutcomes(outcome, other, tolerance) === undefined
  })
