import path from 'node:path'
import { readSource } from '#lib/course/read-source.ts'
import type { Exercise } from '#lib/grading/exercise.ts'
import { findIndistinguishable } from '#lib/grading/find-indistinguishable.ts'
import type { VerdictOutcome } from '#lib/grading/verdict.ts'
import { gradeSource, type OpenSession } from '#lib/sandbox/grade-source.ts'
import { type AnswerRemark, answerRemarks, SAID } from './answer-remarks.ts'
import { type Answer, type CheckedAnswer, checkOwnAnswers, type Part } from './check-exercise.ts'
import { errorAt } from './lesson-context.ts'

/** The result of running an exercise’s own answers, or part of them. */
export interface AnswersReport {
  readonly lesson: string
  readonly exercise: string
  readonly answers: readonly AnswerReport[]
  /** A remark and the file that it is about, from the exercise's folder; its position is that of `near`. */
  readonly remarks: readonly AnswerRemark[]
}
export interface AnswerReport extends Omit<Answer, 'source'> {
  readonly outcome: VerdictOutcome
  /** Ids of the misconceptions that the verdict names. */
  readonly namedIds: readonly string[]
  /** Loop passes and function entries, in total. */
  readonly work: number
}
const SEED = 1
/** As long as the server lets a submission run; the course's own exercises take below a tenth of it. */
const MAX_GRADING_MS = 2000
const TOP = { line: 1, column: 1 }

/**
 * Runs an exercise’s own answers, or part of them, in the server's engine; those that must pass, in the browser's too.
 * With the first part go the remarks on the definition.
 *
 * @param folder  the exercise's folder
 * @param cpu  milliseconds of processor time that this thread has taken
 */
export async function checkAnswers(
  lesson: string,
  exercise: Exercise,
  folder: string,
  engines: { readonly server: OpenSession; readonly browser: OpenSession },
  cpu: () => number,
  part: Part,
): Promise<AnswersReport> {
  const isFirst = part.index === 0
  const broken = definitionRemark(exercise, cpu)
  if (broken) return { lesson, exercise: exercise.id, answers: [], remarks: isFirst ? [broken] : [] }
  const answers = await checkOwnAnswers(exercise, folder, SEED, engines.server, part)
  const isRight = await judgeStyles(exercise, folder, answers, engines.server)
  const remarks: AnswerRemark[] = answers.flatMap((answer) =>
    // a right answer that fails is reported once: its edits fail with it
    answer.style === undefined || isRight(answer.style) ? answerRemarks(answer, exercise) : [],
  )
  for (const answer of answers) {
    if (answer.kind === 'wrong' || answer.finding) continue
    if (answer.kind === 'solution') {
      const began = cpu()
      await gradeSource(exercise, answer.source, SEED, engines.server)
      if (cpu() - began > MAX_GRADING_MS) remarks.push(slow('grading the solution'))
    }
    const there = await gradeSource(exercise, answer.source, SEED, engines.browser)
    if (there.outcome === answer.verdict.outcome) continue
    const message = `${SAID[answer.kind]} gives a different result in the browser than on the server: ${there.headline}`
    remarks.push({
      ...errorAt(
        TOP,
        'engines-differ',
        message,
        'Use only the language itself: no libraries, no clock, no randomness.',
      ),
      file: answer.file,
    })
  }
  for (const { misconception, other } of isFirst ? findIndistinguishable(exercise, SEED) : []) {
    const message = other
      ? `no test case distinguishes the misconceptions ${misconception} and ${other}`
      : `no test case distinguishes the misconception ${misconception} from a right answer`
    const fix = other
      ? 'Add an edge case on which they differ, or keep one of the two.'
      : 'Add an edge case on which it shows.'
    remarks.push({ ...errorAt(TOP, 'clash', message, fix), near: misconception })
  }
  return {
    lesson,
    exercise: exercise.id,
    remarks,
    answers: answers.map(({ source, verdict, finding, ...answer }) => ({
      ...answer,
      outcome: verdict.outcome,
      namedIds: verdict.misconceptions.map(({ id }) => id),
      work: verdict.work,
    })),
  }
}

/** Whether the right answers that edits with a finding change pass themselves. */
async function judgeStyles(
  exercise: Exercise,
  folder: string,
  answers: readonly CheckedAnswer[],
  open: OpenSession,
): Promise<(style: string) => boolean> {
  const styles = answers.flatMap(({ style, finding }) => (finding !== undefined && style !== undefined ? [style] : []))
  const failing = new Set<string>()
  for (const style of new Set(styles.filter((file) => !file.startsWith('wrong/')))) {
    const verdict = await gradeSource(exercise, await readSource(path.join(folder, style)), SEED, open)
    if (verdict.outcome !== 'passed') failing.add(style)
  }
  return (style) => !failing.has(style)
}

/** What makes it useless to run any answer: a reference that only throws, or takes too long. */
function definitionRemark(exercise: Exercise, cpu: () => number): AnswerRemark | undefined {
  const began = cpu()
  const thrown = new Set<string | undefined>()
  for (const testCase of exercise.cases(SEED)) {
    const outcomes = exercise.expected(testCase.script)
    thrown.add(outcomes.flatMap((o) => (o.kind === 'threw' && FAULTS.includes(o.error) ? [o.message] : []))[0])
    if (cpu() - began > MAX_GRADING_MS) return slow('creating the test cases and their expected results')
  }
  const [message, ...others] = thrown
  if (message === undefined || others.length > 0) return undefined
  const fix = 'Fix the reference, or its name in the definition.'
  return { ...errorAt(TOP, 'reference', `the reference throws on every test case: ${message}`, fix), near: 'reference' }
}

/** Errors of code that is wrong; an exercise that asks for errors asks for others. */
const FAULTS = ['TypeError', 'ReferenceError']

function slow(message: string): AnswerRemark {
  const fix = 'Use fewer or smaller inputs, or a faster reference: the server runs it for every submission.'
  return {
    ...errorAt(TOP, 'slow-cases', `${message} takes more than ${MAX_GRADING_MS / 1000} seconds`, fix),
    near: 'reference',
  }
}
