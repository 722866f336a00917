import path from 'node:path'
import { readSource } from '#lib/course/read-source.ts'
import type { Exercise } from '#lib/grading/exercise.ts'
import { findIndistinguishable } from '#lib/grading/find-indistinguishable.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import { gradeSource, type OpenSession } from '#lib/sandbox/grade-source.ts'
import { listAnswers } from './lesson-files.ts'
import { importWrongModule, readWrongAnswers, tryInEveryStyle, WRONG_FILE } from './wrong-answers.ts'

export type AnswerKind = 'starter' | 'solution' | 'right' | 'wrong'

/** One of an exercise’s own answers. */
export interface Answer {
  /** Where it is written, from the exercise's folder; several wrong answers share `wrong.ts`. */
  readonly file: string
  readonly kind: AnswerKind
  readonly source: string
  /** The wrong answer's name. */
  readonly name?: string
  /** The misconceptions that a wrong answer shows; empty for a mistake that has no name, absent where it doesn't say. */
  readonly expectedIds?: readonly string[]
  /** The right answer that an edit changes: `right/loops.ts`. */
  readonly style?: string
  /** It is an edit that was written for another style. */
  readonly isTried?: true
}

/** One of an exercise’s own answers, with its verdict. */
export interface CheckedAnswer extends Answer {
  readonly verdict: Verdict
  /** What is wrong with the exercise (not with the answer), in words. */
  readonly finding?: string
}
export interface CheckedExercise {
  readonly answers: readonly CheckedAnswer[]
  readonly findings: readonly string[]
}

/**
 * Grades all of an exercise’s own answers: right answers and the solution must pass, wrong ones and the starter
 * must not, and each wrong one must be named by the misconception that it shows.
 *
 * @param folder  the exercise's folder
 * @param open  where answers run: the server's engine, or the browser's
 * @param inEveryStyle  whether edits are tried in the right answers too that they weren't written for
 */
export async function checkExercise(
  exercise: Exercise,
  folder: string,
  seed: number,
  open: OpenSession,
  inEveryStyle = true,
): Promise<CheckedExercise> {
  const answers = await checkOwnAnswers(exercise, folder, seed, open, { index: 0, count: 1 }, inEveryStyle)
  const count = (kind: AnswerKind) => answers.filter((a) => a.kind === kind && !a.isTried).length
  const findings = [
    ...answers.flatMap((a) => (a.finding ? [`${formatAnswer(a)}: ${a.finding}`] : [])),
    ...(count('right') < 3 ? [`right/ holds ${count('right')} answers: at least three, in different styles`] : []),
    ...(count('wrong') < 5 ? [`there are ${count('wrong')} wrong answers: at least five`] : []),
    ...findIndistinguishable(exercise, seed).map(({ misconception, other }) =>
      other
        ? `no test case distinguishes the misconceptions ${misconception} and ${other}: keep one, or add an edge case`
        : `no test case distinguishes the misconception ${misconception} from the reference: add an edge case`,
    ),
  ]
  return { answers, findings }
}

/** Which of the answers: every `of`-th one, beginning with `index`. */
export interface Part {
  readonly index: number
  readonly count: number
}

/** Grades an exercise’s own answers, or part of them, and compares each verdict with the expected one. */
export async function checkOwnAnswers(
  exercise: Exercise,
  folder: string,
  seed: number,
  open: OpenSession,
  { index, count: of }: Part = { index: 0, count: 1 },
  inEveryStyle = true,
): Promise<readonly CheckedAnswer[]> {
  const answers: CheckedAnswer[] = []
  const all = (await readAnswers(folder)).filter(({ isTried }) => inEveryStyle || !isTried)
  for (const answer of all.filter((_, i) => i % of === index)) {
    const verdict = await gradeSource(exercise, answer.source, seed, open)
    if (answer.isTried && isForeign(verdict)) continue
    const finding = judge(exercise, answer, verdict)
    answers.push({ ...answer, verdict, ...(finding && { finding }) })
  }
  return answers
}

/**
 * Whether an edit doesn't fit an answer that it wasn't written for: the result doesn't compile, or it stops with an error
 * (a name, or a row, that isn't there).
 */
const isForeign = ({ problem, misconceptions }: Verdict): boolean =>
  problem?.kind === 'compile' || (problem?.kind === 'threw' && misconceptions.length === 0)

/** An answer's name for people: `right/loops.ts`, `wrong.ts#no-scale`, `wrong.ts#no-scale in right/loops.ts`. */
export function formatAnswer({ file, name, style, isTried }: Answer): string {
  if (name === undefined || style === undefined) return file
  return `${file}#${name}${isTried ? ` in ${style}` : ''}`
}

function judge(exercise: Exercise, { kind, expectedIds }: Answer, verdict: Verdict): string | undefined {
  const failed = verdict.checks.filter((c) => !c.passed).map((c) => `${c.name} ${c.message}`)
  if (kind === 'solution' || kind === 'right')
    return verdict.outcome === 'passed' ? undefined : `a right answer is rejected: ${verdict.headline} (${failed})`
  if (verdict.outcome === 'passed') return `${kind === 'starter' ? 'the starter' : 'a wrong answer'} passes`
  if (kind === 'starter')
    return verdict.outcome === 'did-not-run' ? `the starter does not run: ${verdict.headline}` : undefined
  if (!expectedIds) return 'its first line must be `// misconception: <id>`, or `none`'
  const knownIds = new Set(exercise.misconceptions.map((m) => m.id))
  const unknown = expectedIds.find((id) => !knownIds.has(id))
  if (unknown) return `the exercise has no misconception ${unknown}`
  const namedIds = verdict.misconceptions.map((m) => m.id)
  if (expectedIds.length === 1 && !namedIds.some((id) => expectedIds.includes(id)))
    return `it is ${expectedIds[0]}, but the verdict names ${namedIds.join(', ') || 'none'}`
  return undefined
}

/** All answers of an exercise that are graded. Edits that can't be made are left out: they are found without grading. */
async function readAnswers(folder: string): Promise<readonly Answer[]> {
  const read = async (file: string, kind: AnswerKind): Promise<Answer> => ({
    file,
    kind,
    source: await readSource(path.join(folder, file)),
  })
  const right = (await listAnswers(folder, 'right')).map((name) => read(`right/${name}`, 'right'))
  const [starter, ...styles] = await Promise.all([
    read('starter.ts', 'starter'),
    read('solution.ts', 'solution'),
    ...right,
  ])
  const { answers } = await readWrongAnswers(folder, await importWrongModule(folder))
  return [
    starter,
    ...styles,
    ...answers.map(
      ({ name, file, source, expectedIds, edited }): Answer => ({
        file,
        kind: 'wrong',
        source,
        name,
        ...(expectedIds && { expectedIds }),
        ...(edited && { style: edited.base }),
      }),
    ),
    ...tryInEveryStyle(answers, styles).map(
      (tried): Answer => ({ file: WRONG_FILE, kind: 'wrong', isTried: true, ...tried }),
    ),
  ]
}
