import { findChangedResult } from './changed-result.ts'
import { checks } from './checks.ts'
import { compareScript } from './compare.ts'
import { costCases, judgeCost } from './cost.ts'
import { counterexample } from './counterexample.ts'
import { diagnose, hiddenMisconceptions } from './diagnose.ts'
import { outcomesOf } from './evidence.ts'
import type { Case, Exercise, Misconception } from './exercise.ts'
import { failingCase, type JudgedCase } from './failing-case.ts'
import { headline } from './headline.ts'
import { measureMemory } from './memory.ts'
import { problemWords } from './problem-words.ts'
import type { Session } from './runner.ts'
import { unexplained } from './unexplained.ts'
import { GRADER_VERSION, type Problem, type Verdict } from './verdict.ts'

/** A verdict with what it rests on, so that the failing input to show can be chosen and shrunk. */
export interface Graded {
  readonly verdict: Verdict
  readonly judged: readonly JudgedCase[]
}

/**
 * Judges loaded code: runs it on the cases of a seed, compares, diagnoses, counts. Pure but for the session.
 *
 * The same code and the same seed give the same verdict wherever the session runs.
 */
export async function grade(exercise: Exercise, seed: number, session: Session): Promise<Verdict> {
  const { verdict, judged } = await gradeCases(exercise, seed, session)
  const worst = failingCase(exercise, judged)
  if (!worst || verdict.outcome === 'did-not-run') return verdict
  return { ...verdict, ...counterexamplePart(exercise, worst) }
}

const counterexamplePart = (exercise: Exercise, j: JudgedCase): Pick<Verdict, 'counterexample'> => ({
  counterexample: counterexample(exercise, j.case, j.case.script, j.result).counterexample,
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
  const stopped = run.problem && named(run.problem, inputName)
  if (stopped?.kind === 'missing' || stopped?.kind === 'compile')
    return { verdict: didNotRun(exercise, seed, stopped), judged: [] }
  const judged = cases.map((c, i) => judge(exercise, c, run.results[i]))
  if (reached === 0 && stopped?.kind === 'threw') return { verdict: didNotRun(exercise, seed, stopped), judged: [] }

  const sized = stopped ? [] : costCases(exercise, seed)
  const costRun = sized.length > 0 ? await session.run(scriptsOf(sized), { unchanged: true }) : undefined
  const cost = exercise.cost && costRun && judgeCost(exercise.cost, sized, costRun.results)
  const costJudged = costRun ? sized.map((c, i) => judge(exercise, c, costRun.results[i])) : []
  const costProblem =
    costRun?.problem && named(costRun.problem, sized[costRun.results.length]?.label ?? 'a large input')
  const early = stopped ?? costProblem ?? thrown([...judged, ...costJudged])
  const isSound = !early && [...judged, ...costJudged].every((j) => !j.failed && !j.result?.changed)
  const measured = isSound ? await measureMemory(exercise, seed, session) : undefined
  const memory = measured && 'memory' in measured ? measured.memory : undefined
  const memoryJudged =
    measured && 'memory' in measured ? measured.cases.map((c, i) => judge(exercise, c, measured.results[i])) : []
  // leave out results that were never read: the problem that ended the run says more
  const large = [...costJudged, ...memoryJudged].filter((j) => j.difference?.kind !== 'absent')
  const all = [...judged, ...large]
  const problem =
    early ??
    (measured && 'problem' in measured ? measured.problem && named(measured.problem, 'a large input') : undefined) ??
    thrown(memoryJudged)
  const misconceptions = problem && problem.kind !== 'threw' ? [] : found(exercise, judged, large)
  const nameless = stopped || misconceptions.length > 0 ? undefined : unexplained(exercise, judged)
  const list = checks(exercise, all, cost, memory, misconceptions, costRun !== undefined && !cost)
  const passed = list.every((c) => c.passed) && problem === undefined
  const worst = failingCase(exercise, all)
  const isPuzzling = problem === undefined && misconceptions.length === 0
  const changedResult = worst && isPuzzling ? await findChangedResult(session, worst) : undefined
  const words = headline(exercise, { passed, problem, misconceptions, worst, judged: all, cost, memory, changedResult })
  return {
    judged: all,
    verdict: {
      outcome: passed ? 'passed' : 'failed',
      exercise: exercise.id,
      seed,
      grader: GRADER_VERSION,
      headline: words.headline,
      checks: list,
      misconceptions: misconceptions.map(({ id, headline, say }) => ({ id, headline, say })),
      ...(words.difference && { difference: words.difference }),
      ...(nameless && { unexplained: nameless }),
      ...(problem && { problem }),
      ...(cost && { cost }),
      ...(memory && { memory }),
      tolerance: exercise.tolerance,
      inputs: inputCounts(all.map((j) => j.case)),
      work: workOf(run.results) + workOf(costRun?.results ?? []),
    },
  }
}

/** The verdict on code that could not be tried at all. It counts as no attempt. */
export function didNotRun(exercise: Exercise, seed: number, problem: Problem): Verdict {
  return {
    outcome: 'did-not-run',
    exercise: exercise.id,
    seed,
    grader: GRADER_VERSION,
    headline: problemWords(problem).headline,
    checks: [],
    misconceptions: [],
    difference: problemWords(problem).sentence,
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
export function notGraded(
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

function judge(exercise: Exercise, c: Case, result: JudgedCase['result']): JudgedCase {
  const expected = exercise.expected(c.script, result && outcomesOf({ result }))
  const difference = compareScript(c.script, expected, result, c.tolerance)
  return { case: c, expected, result, difference, failed: difference !== undefined }
}

/**
 * Finds the misconceptions that the failing cases show, or that a passing answer hides within the tolerance. Looks at
 * large inputs only if nothing smaller fails, because they take as long as all the others.
 */
function found(
  exercise: Exercise,
  judged: readonly JudgedCase[],
  large: readonly JudgedCase[],
): readonly Misconception[] {
  if (judged.some((j) => j.failed)) return diagnose(exercise, judged)
  const firstLarge = large.find((j) => j.failed)
  if (firstLarge) return diagnose(exercise, [...judged, firstLarge], { pairs: false })
  return hiddenMisconceptions(exercise, judged)
}

const scriptsOf = (cases: readonly Case[]) => cases.map(({ script }) => script)

/** An error in a case, told as a problem with its place when it is the first thing that went wrong. */
function thrown(judged: readonly JudgedCase[]): Problem | undefined {
  const first = judged.find((j) => j.difference)
  if (first?.difference?.kind !== 'threw') return undefined
  const { error, message, place } = first.difference
  return { kind: 'threw', error, message, input: first.case.label, ...(place && { place }) }
}

const named = (problem: Problem, input: string): Problem => ('input' in problem ? { ...problem, input } : problem)

const inputCounts = (cases: readonly Case[]): Verdict['inputs'] => ({
  worked: cases.filter((c) => c.group === 'worked').length,
  random: cases.filter((c) => c.group === 'random').length,
  special: cases.filter((c) => c.group === 'special').length,
})

const workOf = (results: readonly { readonly steps: readonly { readonly work: number }[] }[]): number =>
  results.reduce((sum, r) => sum + r.steps.reduce((s, x) => s + x.work, 0), 0)
