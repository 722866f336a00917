import { findChangedResult } from './changed-result.ts'
import { createChecks } from './checks.ts'
import { compareScript } from './compare.ts'
import { createCostCases, judgeCost } from './cost.ts'
import { createCounterexample } from './counterexample.ts'
import { describeProblem } from './describe-problem.ts'
import { diagnose, findHiddenMisconceptions } from './diagnose.ts'
import { getOutcomes } from './evidence.ts'
import type { Exercise, Misconception, TestCase } from './exercise.ts'
import { type ComparedCase, findFailingCase } from './find-failing-case.ts'
import { createHeadline } from './headline.ts'
import { measureMemory } from './memory.ts'
import { computeOutputFingerprint } from './output-fingerprint.ts'
import type { Session } from './runner.ts'
import { GRADER_VERSION, type Problem, type Verdict } from './verdict.ts'

/** A verdict with what it rests on, so that the failing input to show can be chosen and shrunk. */
export interface Graded {
  readonly verdict: Verdict
  readonly caseResults: readonly ComparedCase[]
}

/**
 * Judges loaded code: runs it on the cases of a seed, compares, diagnoses, counts. Pure but for the session.
 *
 * The same code and the same seed give the same verdict wherever the session runs.
 */
export async function grade(exercise: Exercise, seed: number, session: Session): Promise<Verdict> {
  const { verdict, caseResults } = await gradeCases(exercise, seed, session)
  const worst = findFailingCase(exercise, caseResults)
  if (!worst || verdict.outcome === 'did-not-run') return verdict
  return { ...verdict, ...counterexamplePart(exercise, worst) }
}

const counterexamplePart = (exercise: Exercise, caseResult: ComparedCase): Pick<Verdict, 'counterexample'> => ({
  counterexample: createCounterexample(exercise, caseResult.case, caseResult.case.script, caseResult.result)
    .counterexample,
})

/** The verdict without a counterexample, and every case with its result. */
export async function gradeCases(exercise: Exercise, seed: number, session: Session): Promise<Graded> {
  const cases = exercise.cases(seed)
  const run = await session.run(
    cases.map((c) => c.script),
    { unchanged: true },
  )
  const reached = run.results.length
  const inputName = cases[Math.min(reached, cases.length - 1)]?.label ?? ''
  const stopped = run.problem && withInput(run.problem, inputName)
  if (stopped?.kind === 'missing' || stopped?.kind === 'compile')
    return { verdict: createDidNotRun(exercise, seed, stopped), caseResults: [] }
  const caseResults = cases.map((c, i) => compareCase(exercise, c, run.results[i]))
  if (reached === 0 && stopped?.kind === 'threw')
    return { verdict: createDidNotRun(exercise, seed, stopped), caseResults: [] }

  const sized = stopped ? [] : createCostCases(exercise, seed)
  const costRun = sized.length > 0 ? await session.run(getScripts(sized), { unchanged: true }) : undefined
  const cost = exercise.cost && costRun && judgeCost(exercise.cost, sized, costRun.results)
  const costResults = costRun ? sized.map((c, i) => compareCase(exercise, c, costRun.results[i])) : []
  const costProblem =
    costRun?.problem && withInput(costRun.problem, sized[costRun.results.length]?.label ?? 'a large input')
  const early = stopped ?? costProblem ?? findThrown([...caseResults, ...costResults])
  const isSound =
    !early && [...caseResults, ...costResults].every((caseResult) => !caseResult.failed && !caseResult.result?.changed)
  const measured = isSound ? await measureMemory(exercise, seed, session) : undefined
  const memory = measured && 'memory' in measured ? measured.memory : undefined
  const memoryResults =
    measured && 'memory' in measured ? measured.cases.map((c, i) => compareCase(exercise, c, measured.results[i])) : []
  // leave out results that were never read: the problem that ended the run says more
  const large = [...costResults, ...memoryResults].filter((caseResult) => caseResult.difference?.kind !== 'absent')
  const all = [...caseResults, ...large]
  const problem =
    early ??
    (measured && 'problem' in measured
      ? measured.problem && withInput(measured.problem, 'a large input')
      : undefined) ??
    findThrown(memoryResults)
  const misconceptions = problem && problem.kind !== 'threw' ? [] : findMisconceptions(exercise, caseResults, large)
  const nameless = stopped || misconceptions.length > 0 ? undefined : computeOutputFingerprint(exercise, caseResults)
  const list = createChecks(exercise, all, cost, memory, misconceptions, costRun !== undefined && !cost)
  const passed = list.every((c) => c.passed) && problem === undefined
  const worst = findFailingCase(exercise, all)
  const isPuzzling = problem === undefined && misconceptions.length === 0
  const changedResult = worst && isPuzzling ? await findChangedResult(session, worst) : undefined
  const words = createHeadline(exercise, {
    passed,
    problem,
    misconceptions,
    worst,
    caseResults: all,
    cost,
    memory,
    changedResult,
  })
  return {
    caseResults: all,
    verdict: {
      outcome: passed ? 'passed' : 'failed',
      exercise: exercise.id,
      seed,
      grader: GRADER_VERSION,
      headline: words.headline,
      checks: list,
      misconceptions: misconceptions.map((m) => ({ id: m.id, headline: m.headline, say: m.feedback })),
      ...(words.difference && { difference: words.difference }),
      ...(nameless && { unexplained: nameless }),
      ...(problem && { problem }),
      ...(cost && { cost }),
      ...(memory && { memory }),
      tolerance: exercise.tolerance,
      inputs: inputCounts(all.map((caseResult) => caseResult.case)),
      work: sumWork(run.results) + sumWork(costRun?.results ?? []),
    },
  }
}

/** The verdict on code that could not be run at all. It counts as no attempt. */
export function createDidNotRun(exercise: Exercise, seed: number, problem: Problem): Verdict {
  return {
    outcome: 'did-not-run',
    exercise: exercise.id,
    seed,
    grader: GRADER_VERSION,
    headline: describeProblem(problem).headline,
    checks: [],
    misconceptions: [],
    difference: describeProblem(problem).sentence,
    problem,
    tolerance: exercise.tolerance,
    inputs: { worked: 0, random: 0, special: 0 },
    work: 0,
  }
}

/**
 * Creates the verdict on an answer that isn’t graded: the grader stopped, or has no time now. It counts as no attempt.
 *
 * @param about  the headline and, where there is more to say, a sentence
 */
export function createNotGraded(
  { id, tolerance }: Pick<Exercise, 'id' | 'tolerance'>,
  seed: number,
  about: Pick<Verdict, 'headline' | 'difference'>,
): Verdict {
  return {
    outcome: 'not-graded',
    exercise: id,
    seed,
    grader: GRADER_VERSION,
    ...about,
    checks: [],
    misconceptions: [],
    tolerance,
    inputs: { worked: 0, random: 0, special: 0 },
    work: 0,
  }
}

function compareCase(exercise: Exercise, c: TestCase, result: ComparedCase['result']): ComparedCase {
  const expected = exercise.expected(c.script, result && getOutcomes({ result }))
  const difference = compareScript(c.script, expected, result, c.tolerance)
  return { case: c, expected, result, difference, failed: difference !== undefined }
}

/**
 * Finds the misconceptions that the failing cases show, or that a passing answer hides within the tolerance. Looks at
 * large inputs only if nothing smaller fails, because they take as long as all the others.
 */
function findMisconceptions(
  exercise: Exercise,
  caseResults: readonly ComparedCase[],
  large: readonly ComparedCase[],
): readonly Misconception[] {
  if (caseResults.some((caseResult) => caseResult.failed)) return diagnose(exercise, caseResults)
  const firstLarge = large.find((caseResult) => caseResult.failed)
  if (firstLarge) return diagnose(exercise, [...caseResults, firstLarge], { pairs: false })
  return findHiddenMisconceptions(exercise, caseResults)
}

const getScripts = (cases: readonly TestCase[]) => cases.map(({ script }) => script)

/** An error in a case, as a problem with its position if it is the first thing that went wrong. */
function findThrown(caseResults: readonly ComparedCase[]): Problem | undefined {
  const first = caseResults.find((caseResult) => caseResult.difference)
  if (first?.difference?.kind !== 'threw') return undefined
  const { error, message, place } = first.difference
  return { kind: 'threw', error, message, input: first.case.label, ...(place && { place }) }
}

const withInput = (problem: Problem, input: string): Problem => ('input' in problem ? { ...problem, input } : problem)

const inputCounts = (cases: readonly TestCase[]): Verdict['inputs'] => ({
  worked: cases.filter((c) => c.group === 'worked').length,
  random: cases.filter((c) => c.group === 'random').length,
  special: cases.filter((c) => c.group === 'special').length,
})

const sumWork = (results: readonly { readonly steps: readonly { readonly work: number }[] }[]): number =>
  results.reduce((sum, r) => sum + r.steps.reduce((s, x) => s + x.work, 0), 0)
