import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { findNearestName } from '#lib/course/nearest.ts'
import { findPosition, type TextPosition, textPositionAt } from '#lib/course/problem.ts'
import { readSource } from '#lib/course/read-source.ts'
import type { Diagnostic } from './finding.ts'
import { listAnswers } from './lesson-files.ts'
import type { Loaded } from './load-modules.ts'
import { readWrongAnswers, WRONG_FILE, type WrongAnswer, WrongModule } from './wrong-answers.ts'

export const MIN_RIGHT_ANSWERS = 3
export const MIN_WRONG_ANSWERS = 5

/** What the checks read of an exercise's definition. */
const Definition = z.object({
  name: z.string(),
  signature: z.string(),
  /** Of a function: the names of its parameters. */
  params: z.array(z.string()).optional(),
  misconceptions: z.array(z.object({ id: z.string() })),
})
export type Definition = z.infer<typeof Definition>

/** What can be said of an exercise's folder without running an answer. */
export async function checkDefinition(
  root: string,
  lesson: string,
  id: string,
  loaded: Loaded | undefined,
  loadedWrong: Loaded | undefined,
): Promise<{ readonly definition?: Definition; readonly findings: readonly Diagnostic[] }> {
  const folder = path.join(root, 'content/lessons', lesson, 'exercises', id)
  const createProblem: CreateProblem = (file, position, rule, message, fix) => ({
    lesson,
    file: path.relative(root, path.join(folder, file)),
    line: position.line,
    column: position.column,
    level: 'error',
    rule,
    message,
    fix,
  })
  const top = { line: 1, column: 1 }
  const findings: Diagnostic[] = MUST_BE_THERE.filter(([name]) => !existsSync(path.join(folder, name))).map(
    ([name, message]) =>
      createProblem(name, top, 'missing-file', `the exercise “${id}” has no ${name}`, `Write it: ${message}.`),
  )
  const right = await listAnswers(folder, 'right')
  const { answers: wrong, findings: inWrong, isWhole } = await checkWrongModule(folder, loadedWrong, createProblem)
  findings.push(...inWrong)
  if (right.length < MIN_RIGHT_ANSWERS)
    findings.push(
      createProblem(
        'right',
        top,
        'few-right',
        `right/ holds ${count(right.length)}: at least three, in different styles`,
        'Add right answers in different styles: loops, functional, typed arrays.',
      ),
    )
  if (wrong.length < MIN_WRONG_ANSWERS && isWhole)
    findings.push(
      createProblem(
        WRONG_FILE,
        top,
        'few-wrong',
        `there ${wrong.length === 1 ? 'is one wrong answer' : `are ${count(wrong.length).replace('answers', 'wrong answers')}`}: at least five`,
        `Add edits of the solution to ${WRONG_FILE}: edit('NAME', 'a text of the solution', 'what is wrong').`,
      ),
    )
  if (!loaded) return { findings }
  if ('error' in loaded) {
    const fix = 'Fix it: until it loads, npm run dev and the grader can’t use the exercise.'
    return {
      findings: [
        ...findings,
        {
          ...createProblem('exercise.ts', loaded.position, 'does-not-load', `it does not load: ${loaded.error}`, fix),
          file: path.relative(root, loaded.file),
        },
      ],
    }
  }
  const parsed = Definition.safeParse(loaded.exports.default)
  if (!parsed.success) {
    const fix = 'Write export default defineFunction({…}) or defineClass({…}).'
    return { findings: [...findings, createProblem('exercise.ts', top, 'definition', 'it exports no exercise', fix)] }
  }
  const definition = parsed.data
  if (!new RegExp(`\\b${definition.name}\\b`).test(definition.signature)) {
    const text = await readSource(path.join(folder, 'exercise.ts'))
    const message = `the signature does not name ${definition.name}, which learners must write`
    findings.push(
      createProblem(
        'exercise.ts',
        findPosition(text, 'signature'),
        'definition',
        message,
        `Begin it with ${definition.name}( .`,
      ),
    )
  }
  const unsigned = definition.params?.find((param) => !new RegExp(`\\b${param}\\b`).test(definition.signature))
  if (unsigned !== undefined) {
    const text = await readSource(path.join(folder, 'exercise.ts'))
    const near = findNearestName(unsigned, definition.signature.match(/\w+(?=\??:)/g) ?? [])
    const message = `the signature has no parameter “${unsigned}”`
    const fix = near ? `Did you mean “${near}”?` : 'Name the parameters as the signature does, in its order.'
    findings.push(createProblem('exercise.ts', findPosition(text, `${unsigned}:`), 'parameter', message, fix))
  }
  findings.push(...(await checkClaims(definition, folder, wrong, createProblem)))
  return { definition, findings }
}

const MUST_BE_THERE = [
  ['exercise.ts', 'the definition: signature, cases, reference, misconceptions'],
  ['starter.ts', 'the starter code'],
  ['solution.ts', 'the solution'],
] as const

const count = (n: number): string => (n === 1 ? 'one answer' : `${n === 0 ? 'no' : n} answers`)

type CreateProblem = (file: string, position: TextPosition, rule: string, message: string, fix: string) => Diagnostic

interface CheckedWrongModule {
  readonly answers: readonly WrongAnswer[]
  readonly findings: readonly Diagnostic[]
  /** Whether these are all wrong answers: none is missing for a fault in wrong.ts. */
  readonly isWhole: boolean
}

/** Whether wrong.ts loads, and its edits can be made. */
async function checkWrongModule(
  folder: string,
  loaded: Loaded | undefined,
  createProblem: CreateProblem,
): Promise<CheckedWrongModule> {
  const top = { line: 1, column: 1 }
  if (loaded && 'error' in loaded) {
    const fix = 'Fix it: until it loads, its edits can’t be tried.'
    const { answers } = await readWrongAnswers(folder, undefined)
    const finding = createProblem(
      WRONG_FILE,
      loaded.position,
      'does-not-load',
      `it does not load: ${loaded.error}`,
      fix,
    )
    return { answers, findings: [finding], isWhole: false }
  }
  const parsed = loaded && WrongModule.safeParse(loaded.exports)
  const { answers, faults } = await readWrongAnswers(folder, parsed?.data)
  if (parsed && !parsed.success) {
    const fix = "Write export default defineWrongAnswers({ solution: [edit('NAME', 'text', 'instead')] })."
    const finding = createProblem(WRONG_FILE, top, 'wrong-answers', 'it exports no wrong answers', fix)
    return { answers, findings: [finding], isWhole: false }
  }
  const text = faults.length > 0 ? await readSource(path.join(folder, WRONG_FILE)) : ''
  // a missing solution is reported elsewhere
  const isTold = !existsSync(path.join(folder, 'solution.ts'))
  const findings = faults.map(({ edit, message, fix }) =>
    createProblem(WRONG_FILE, findEditPosition(text, edit), 'edit', message, fix),
  )
  return { answers, findings: isTold ? [] : findings, isWhole: faults.length === 0 }
}

/** Where the name of an edit is written in wrong.ts. */
export function findEditPosition(text: string, name: string): TextPosition {
  const at = text.search(new RegExp(`(?<=edit\\(\\s*)['"]${name}['"]`))
  return at < 0 ? { line: 1, column: 1 } : textPositionAt(text, at)
}

/** Whether each wrong answer says which misconception it shows, and the exercise has that one. */
async function checkClaims(
  { misconceptions }: Definition,
  folder: string,
  wrong: readonly WrongAnswer[],
  createProblem: CreateProblem,
): Promise<Diagnostic[]> {
  const ids = misconceptions.map(({ id }) => id)
  const problems = wrong.map(async ({ name, file, expectedIds, edited }) => {
    const text = await readSource(path.join(folder, file))
    if (!expectedIds) {
      const fix = 'Write // misconception: NAME, or // misconception: none.'
      return [
        createProblem(
          file,
          { line: 1, column: 1 },
          'misconception',
          'its first line does not name a misconception',
          fix,
        ),
      ]
    }
    return expectedIds
      .filter((id) => !ids.includes(id))
      .map((id) => {
        const near = findNearestName(id, ids)
        const position = edited ? findEditPosition(text, name) : findPosition(text, id)
        const none = edited ? 'write { shows: [] }' : 'write none'
        const fix = near ? `Did you mean “${near}”?` : `Add it to the exercise’s misconceptions, or ${none}.`
        return createProblem(file, position, 'misconception', `the exercise has no misconception “${id}”`, fix)
      })
  })
  return (await Promise.all(problems)).flat()
}
