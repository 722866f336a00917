import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { readSource } from '#lib/course/read-source.ts'
import { clashes } from '#lib/grading/clashes.ts'
import type { Exercise } from '#lib/grading/exercise.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import { gradeSource, type Open } from '#lib/sandbox/grade-source.ts'

export type AnswerKind = 'starter' | 'solution' | 'right' | 'wrong'

/** One of the answers beside an exercise, as the grader judged it. */
export interface CheckedAnswer {
  /** Relative to the exercise's folder. */
  readonly file: string
  readonly kind: AnswerKind
  readonly source: string
  readonly verdict: Verdict
  /** What is wrong with the exercise (not with the answer), in words. */
  readonly finding?: string
}
export interface CheckedExercise {
  readonly answers: readonly CheckedAnswer[]
  readonly findings: readonly string[]
}

/**
 * Grades everything that lies beside an exercise: right answers and the solution must pass, wrong ones and the starter
 * must not, and each wrong one must be named by a misconception of its first line.
 *
 * @param folder  the exercise's folder
 * @param open  where answers run: the server's engine, or the browser's
 */
export async function checkExercise(
  exercise: Exercise,
  folder: string,
  seed: number,
  open: Open,
): Promise<CheckedExercise> {
  const answers = await checkedAnswers(exercise, folder, seed, open)
  const count = (kind: AnswerKind) => answers.filter((a) => a.kind === kind).length
  const findings = [
    ...answers.flatMap((a) => (a.finding ? [`${a.file}: ${a.finding}`] : [])),
    ...(count('right') < 3 ? [`right/ holds ${count('right')} answers: at least three, in different styles`] : []),
    ...(count('wrong') < 5 ? [`wrong/ holds ${count('wrong')} answers: at least five`] : []),
    ...clashes(exercise, seed).map(({ misconception, other }) =>
      other
        ? `no case tells the misconceptions ${misconception} and ${other} apart: keep one, or add a special input`
        : `no case tells the misconception ${misconception} from the reference: add a special input`,
    ),
  ]
  return { answers, findings }
}

/** Which of the answers: every `of`-th one, beginning with `index`. */
export interface Part {
  readonly index: number
  readonly of: number
}

/** Grades the answers that lie beside an exercise, or a part of them, each as it ought to be. */
export async function checkedAnswers(
  exercise: Exercise,
  folder: string,
  seed: number,
  open: Open,
  { index, of }: Part = { index: 0, of: 1 },
): Promise<readonly CheckedAnswer[]> {
  const answers: CheckedAnswer[] = []
  for (const { file, kind } of (await answerFiles(folder)).filter((_, i) => i % of === index)) {
    const source = await readSource(path.join(folder, file))
    const verdict = await gradeSource(exercise, source, seed, open)
    const finding = judge(exercise, kind, source, verdict)
    answers.push({ file, kind, source, verdict, ...(finding && { finding }) })
  }
  return answers
}

/** The misconceptions that a wrong answer is of, by its first line; none for a mistake that has no name. */
export function claimedMisconceptions(source: string): readonly string[] | undefined {
  const words = /^\/\/ misconception:[ \t]*(.*)$/m.exec(source.split('\n', 1)[0] ?? '')?.[1]?.split(/[\s,]+/)
  return words?.filter((w) => w !== '' && w !== 'none')
}

function judge(exercise: Exercise, kind: AnswerKind, source: string, verdict: Verdict): string | undefined {
  const failed = verdict.checks.filter((c) => !c.passed).map((c) => `${c.name} ${c.message}`)
  if (kind === 'solution' || kind === 'right')
    return verdict.outcome === 'passed' ? undefined : `a right answer is rejected: ${verdict.headline} (${failed})`
  if (verdict.outcome === 'passed') return `${kind === 'starter' ? 'the starter' : 'a wrong answer'} passes`
  if (kind === 'starter')
    return verdict.outcome === 'did-not-run' ? `the starter does not run: ${verdict.headline}` : undefined
  const claimed = claimedMisconceptions(source)
  if (!claimed) return 'its first line must be `// misconception: <id>`, or `none`'
  const known = new Set(exercise.misconceptions.map((m) => m.id))
  const unknown = claimed.find((id) => !known.has(id))
  if (unknown) return `the exercise has no misconception ${unknown}`
  const named = verdict.misconceptions.map((m) => m.id)
  if (claimed.length === 1 && !named.some((id) => claimed.includes(id)))
    return `it is ${claimed[0]}, and the verdict names ${named.join(', ') || 'none'}`
  return undefined
}

async function answerFiles(folder: string): Promise<{ file: string; kind: AnswerKind }[]> {
  const inside = async (kind: 'right' | 'wrong') =>
    (await readdir(path.join(folder, kind)).catch(() => []))
      .filter((f) => f.endsWith('.ts'))
      .sort()
      .map((f) => ({ file: `${kind}/${f}`, kind }))
  return [
    { file: 'starter.ts', kind: 'starter' },
    { file: 'solution.ts', kind: 'solution' },
    ...(await inside('right')),
    ...(await inside('wrong')),
  ]
}
