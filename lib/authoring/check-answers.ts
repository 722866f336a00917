import path from 'node:path'
import { clashes } from '#lib/grading/clashes.ts'
import type { Exercise } from '#lib/grading/exercise.ts'
import type { VerdictOutcome } from '#lib/grading/verdict.ts'
import { gradeSource, type Open } from '#lib/sandbox/grade-source.ts'
import { type AnswerKind, type CheckedAnswer, checkExercise, claimedMisconceptions } from './check-exercise.ts'
import { error, type Remark } from './page.ts'

/** What running everything beside an exercise showed. */
export interface AnswersReport {
  readonly lesson: string
  readonly exercise: string
  readonly answers: readonly AnswerReport[]
  /** A remark and the file that it is about, from the exercise's folder; its place is that of `near`. */
  readonly remarks: readonly AnswerRemark[]
}
export interface AnswerReport {
  readonly file: string
  readonly kind: AnswerKind
  readonly outcome: VerdictOutcome
  /** Ids of the misconceptions that the verdict names. */
  readonly named: readonly string[]
  /** Loop passes and function entries, in all. */
  readonly work: number
}
export interface AnswerRemark extends Remark {
  /** From the exercise's folder; absent where the place is to be looked for. */
  readonly file?: string
  /** A piece of the definition that it is about, to find its place by. */
  readonly near?: string
}

/** Many times what the course's own exercises take (80,000 at most): a server grades hundreds of answers a minute. */
export const MOST_WORK = 400_000

const SEED = 1
const TOP = { line: 1, column: 1 }

/**
 * Runs all that lies beside an exercise, in the server's engine, and what must pass in the browser's as well.
 *
 * @param folder  the exercise's folder
 */
export async function checkAnswers(
  lesson: string,
  exercise: Exercise,
  folder: string,
  engines: { readonly server: Open; readonly browser: Open },
): Promise<AnswersReport> {
  const { answers } = await checkExercise(exercise, folder, SEED, engines.server)
  const remarks: AnswerRemark[] = answers.flatMap((it) => answerRemarks(it, exercise))
  for (const it of answers) {
    if (it.kind === 'wrong' || it.finding) continue
    const there = await gradeSource(exercise, it.source, SEED, engines.browser)
    if (there.outcome === it.verdict.outcome) continue
    const what = `${SAID[it.kind]} does otherwise in the browser than on the server: ${there.headline}`
    remarks.push({
      ...error(TOP, 'engines-differ', what, 'Use nothing but the language itself: no library, no clock, no chance.'),
      file: it.file,
    })
  }
  for (const { misconception, other } of clashes(exercise, SEED)) {
    const what = other
      ? `no case tells the misconceptions ${misconception} and ${other} apart`
      : `no case tells the misconception ${misconception} from a right answer`
    const mend = other
      ? 'Add a special input on which they differ, or keep one of the two.'
      : 'Add a special input on which it shows.'
    remarks.push({ ...error(TOP, 'clash', what, mend), near: misconception })
  }
  return {
    lesson,
    exercise: exercise.id,
    remarks,
    answers: answers.map(({ file, kind, verdict }) => ({
      file: path.posix.normalize(file),
      kind,
      outcome: verdict.outcome,
      named: verdict.misconceptions.map((it) => it.id),
      work: verdict.work,
    })),
  }
}

const SAID: Readonly<Record<AnswerKind, string>> = {
  starter: 'the starter',
  solution: 'the solution',
  right: 'this right answer',
  wrong: 'this wrong answer',
}

function answerRemarks({ file, kind, source, verdict, finding }: CheckedAnswer, exercise: Exercise): AnswerRemark[] {
  const say = (rule: string, what: string, mend: string): AnswerRemark[] => [{ ...error(TOP, rule, what, mend), file }]
  if (kind === 'solution' && verdict.outcome === 'passed' && verdict.work > MOST_WORK) {
    const what = `its cases take the solution ${count(verdict.work)} steps: at most ${count(MOST_WORK)}`
    return [
      {
        ...error(
          TOP,
          'slow-cases',
          what,
          'Take fewer random inputs, or smaller ones; a cost rule needs no large sizes.',
        ),
        near: 'random',
      },
    ]
  }
  if (!finding) return []
  if (kind === 'wrong') {
    if (verdict.outcome === 'passed')
      return say(
        'wrong-passes',
        'a wrong answer passes',
        'Add a special input on which it differs, and a misconception that does the same.',
      )
    // a first line that names nothing, or what there is not, is found without running the answer
    const claimed = claimedMisconceptions(source) ?? []
    if (claimed.length === 0 || claimed.some((id) => !exercise.misconceptions.some((it) => it.id === id))) return []
    const named = verdict.misconceptions.map((it) => it.id)
    const what = `its first line says ${claimed.join(' and ')}, and the verdict names ${named.join(', ') || 'nothing'}`
    const mend =
      named.length > 0
        ? 'Mend the code of that misconception, or the name in the first line.'
        : 'Let the code of that misconception give what this answer gives, or add a form of it.'
    return say('misnamed', what, mend)
  }
  if (kind === 'starter') {
    if (verdict.outcome === 'passed')
      return say(
        'starter-passes',
        'the starter passes: there is nothing to build',
        'Take the answer out of it, and leave what the learner must not write.',
      )
    return say('starter-broken', finding, 'A starter runs, and is wrong.')
  }
  const cost = verdict.cost
  if (cost && !cost.passed) {
    const what = `${SAID[kind]} breaks the exercise’s own cost rule: its work grows with n to the power of ${cost.exponent.toFixed(2)}, at most ${cost.maxExponent}`
    return [{ ...error(TOP, 'cost-rule', what, 'Raise maxExponent, or write an answer that does less.'), near: 'cost' }]
  }
  if (verdict.memory && !verdict.memory.passed)
    return [
      {
        ...error(
          TOP,
          'memory-rule',
          `${SAID[kind]} breaks the exercise’s own memory rule`,
          'Raise its limits, or write an answer that holds less.',
        ),
        near: 'memory',
      },
    ]
  const where = verdict.problem && 'place' in verdict.problem ? verdict.problem.place : undefined
  const difference = verdict.difference ?? verdict.checks.find((it) => !it.passed)?.message
  const what = `${SAID[kind]} fails: ${verdict.headline}${difference ? ` (${difference})` : ''}`
  const mend = `Mend it, or ${exercise.id}’s reference, cases and tolerance: npm run grade -- ${exercise.id} FILE shows the whole verdict.`
  return [{ ...error(where ?? TOP, kind === 'solution' ? 'solution-fails' : 'right-fails', what, mend), file }]
}

const count = (n: number): string => n.toLocaleString('en-US')
