import type { TextPosition } from '#lib/course/problem.ts'
import { CEILING_FACTOR, describeCost } from '#lib/grading/cost.ts'
import type { Exercise } from '#lib/grading/exercise.ts'
import type { Cost, Verdict } from '#lib/grading/verdict.ts'
import type { AnswerKind, CheckedAnswer } from './check-exercise.ts'
import { errorAt, type FileDiagnostic } from './lesson-context.ts'
import { findUnfitWord } from './syntax-fault.ts'

/** A remark on an exercise. */
export interface AnswerRemark extends FileDiagnostic {
  /** From the exercise's folder; absent if the position has to be searched for. */
  readonly file?: string
  /** A piece of the definition that it is about, to find its position by. */
  readonly near?: string
  /** The edit in `file` that it is about, to find its position by. */
  readonly edit?: string
}

/** Many times what the course's own exercises take (80,000 at most): a server grades hundreds of answers a minute. */
export const MAX_WORK = 400_000

const TOP = { line: 1, column: 1 }

export const SAID: Readonly<Record<AnswerKind, string>> = {
  starter: 'the starter',
  solution: 'the solution',
  right: 'this right answer',
  wrong: 'this wrong answer',
}

/** What the verdict on one of an exercise’s own answers says about the exercise. */
export function answerRemarks(answer: CheckedAnswer, exercise: Exercise): AnswerRemark[] {
  const { file, kind, source, verdict, finding } = answer
  const createRemark = (rule: string, message: string, fix: string): AnswerRemark[] => [
    { ...errorAt(TOP, rule, message, fix), file },
  ]
  if (kind === 'solution' && verdict.outcome === 'passed' && verdict.work > MAX_WORK) {
    const message = `its cases take the solution ${count(verdict.work)} steps: at most ${count(MAX_WORK)}`
    return [
      {
        ...errorAt(
          TOP,
          'slow-cases',
          message,
          'Use fewer random inputs, or smaller ones; a cost rule needs no large sizes.',
        ),
        near: 'random',
      },
    ]
  }
  if (kind === 'solution' && verdict.outcome === 'passed' && verdict.cost)
    return checkSolutionWork(verdict.cost).map((remark) => ({ ...remark, near: 'cost' }))
  if (!finding) return []
  const fault = findFault(verdict, source)
  if (kind === 'wrong') return checkWrongAnswer(answer, exercise)
  if (kind === 'starter') {
    if (verdict.outcome === 'passed')
      return createRemark(
        'starter-passes',
        'the starter passes: there is nothing to build',
        'Remove the solution from it, and leave what the learner doesn’t have to write.',
      )
    const reason = fault.reason ? ` (${fault.reason})` : ''
    const message = `the starter does not run: ${verdict.headline}${reason}`
    return [
      {
        ...errorAt(fault.position, 'starter-broken', message, 'The starter must compile and run, but must not pass.'),
        file,
      },
    ]
  }
  const cost = verdict.cost
  if (cost && !cost.passed) {
    const message = `${SAID[kind]} breaks the exercise’s own cost rule. ${describeCost(cost)} (exponent ${cost.exponent.toFixed(2)}, at most ${cost.maxExponent})`
    const fix = 'Raise maxExponent or solutionWork, or write code that does less.'
    return [{ ...errorAt(TOP, 'cost-rule', message, fix), near: 'cost' }]
  }
  if (verdict.memory && !verdict.memory.passed)
    return [
      {
        ...errorAt(
          TOP,
          'memory-rule',
          `${SAID[kind]} breaks the exercise’s own memory rule`,
          'Raise its limits, or write code that holds less.',
        ),
        near: 'memory',
      },
    ]
  const difference = fault.reason ?? verdict.difference ?? verdict.checks.find(({ passed }) => !passed)?.message
  const message = `${SAID[kind]} fails: ${verdict.headline}${difference ? ` (${difference})` : ''}`
  const fix = `Fix it, or ${exercise.id}’s reference, test cases and tolerance: npm run grade -- ${exercise.id} FILE shows the whole verdict.`
  return [{ ...errorAt(fault.position, kind === 'solution' ? 'solution-fails' : 'right-fails', message, fix), file }]
}

/** What is wrong with a wrong answer: it passes, it does not compile, or the verdict doesn’t name what it shows. */
function checkWrongAnswer(answer: CheckedAnswer, { misconceptions }: Exercise): AnswerRemark[] {
  const { file, name, style, isTried, source, verdict, expectedIds = [] } = answer
  const subject = style === undefined ? 'this wrong answer' : `the edit “${name}”${isTried ? ` in ${style}` : ''}`
  const createRemark = (rule: string, message: string, fix: string, position = TOP): AnswerRemark[] => [
    // an edit’s own lines are not those of the answer that it makes
    style === undefined
      ? { ...errorAt(position, rule, message, fix), file }
      : { ...errorAt(TOP, rule, message, fix), file, edit: name ?? '' },
  ]
  const longer = isTried
    ? ' If it’s a different mistake there, make its text longer, so that it isn’t found there.'
    : ''
  if (verdict.outcome === 'passed') {
    const fix = `Add an edge case on which its result differs, and a misconception with the same results.${longer}`
    return createRemark('wrong-passes', style === undefined ? 'a wrong answer passes' : `${subject} passes`, fix)
  }
  if (verdict.outcome === 'did-not-run' && verdict.problem?.kind === 'compile') {
    const fault = findFault(verdict, source)
    const fix = `A wrong answer must compile and run, but return a wrong result.${longer}`
    return createRemark('wrong-broken', `${subject} does not compile: ${fault.reason}`, fix, fault.position)
  }
  // what shows nothing, or what there is not, is found without running the answer
  if (
    expectedIds.length === 0 ||
    expectedIds.some((id) => !misconceptions.some((misconception) => misconception.id === id))
  )
    return []
  const namedIds = verdict.misconceptions.map(({ id }) => id).join(', ')
  const claimedNames = expectedIds.join(' and ')
  const message =
    style === undefined
      ? `its first line says ${claimedNames}, but the verdict names ${namedIds || 'nothing'}`
      : `${subject} shows ${claimedNames}, but the verdict names ${namedIds || 'nothing'}`
  const where = style === undefined ? 'the name in the first line' : 'what the edit shows'
  const fix = namedIds
    ? `Fix the code of that misconception, or ${where}.`
    : 'Make that misconception’s code return what this answer returns, or add a variant of it.'
  return createRemark('misnamed', message, fix + longer)
}

/** How far `solutionWork` may be from the solution’s counted work, as a fraction of it. */
const MAX_DEVIATION = 0.25

/** Checks that a graded cost rule gives the solution’s work correctly, because every answer’s ceiling depends on it. */
function checkSolutionWork({ graded, sizes, work, maxWork }: Cost): FileDiagnostic[] {
  if (!graded) return []
  const countedWork = sizes.map((n, i) => `${count(work[i] ?? 0)} at ${count(n)}`).join(', ')
  const fix = `In solutionWork, return the solution’s steps at size n: ${countedWork}.`
  if (!maxWork) return [errorAt(TOP, 'cost-rule', 'the cost rule has maxExponent but no solutionWork', fix)]
  const isOff = work.some((w, i) => Math.abs((maxWork[i] ?? 0) / CEILING_FACTOR - w) > MAX_DEVIATION * w)
  if (!isOff) return []
  const declared = maxWork.map((most) => count(Math.round(most / CEILING_FACTOR))).join(', ')
  return [errorAt(TOP, 'cost-rule', `solutionWork returns ${declared}, but the solution takes ${countedWork}`, fix)]
}

/** Why the code of an answer does not compile or run, and where: its first line where that is not known. */
function findFault(
  { problem }: Verdict,
  source: string,
): { readonly position: TextPosition; readonly reason: string | undefined } {
  if (problem?.kind === 'endless') return { position: { line: problem.line, column: 1 }, reason: undefined }
  if (!problem || !('message' in problem)) return { position: TOP, reason: undefined }
  const unfit = problem.kind === 'compile' && problem.message.includes('fit here') ? findUnfitWord(source) : undefined
  if (unfit) return { position: unfit.position, reason: `“${unfit.word}” does not fit here` }
  return { position: ('place' in problem && problem.place) || TOP, reason: problem.message }
}

const count = (n: number): string => n.toLocaleString('en-US')
