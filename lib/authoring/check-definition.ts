import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { nearestName } from '#lib/course/nearest.ts'
import { placeOf } from '#lib/course/problem.ts'
import { readSource } from '#lib/course/read-source.ts'
import { claimedMisconceptions } from './check-exercise.ts'
import type { Finding } from './finding.ts'
import { answersIn } from './lesson-files.ts'
import type { Loaded } from './load-modules.ts'

export const FEWEST_RIGHT = 3
export const FEWEST_WRONG = 5

/** What the checks read of an exercise's definition. */
const Definition = z.object({
  id: z.string(),
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
): Promise<{ readonly definition?: Definition; readonly findings: readonly Finding[] }> {
  const folder = path.join(root, 'content/lessons', lesson, 'exercises', id)
  const say = (
    file: string,
    place: { line: number; column: number },
    rule: string,
    what: string,
    mend: string,
  ): Finding => ({
    lesson,
    file: path.relative(root, path.join(folder, file)),
    line: place.line,
    column: place.column,
    level: 'error',
    rule,
    what,
    mend,
  })
  const top = { line: 1, column: 1 }
  const findings: Finding[] = MUST_BE_THERE.filter(([name]) => !existsSync(path.join(folder, name))).map(
    ([name, what]) => say(name, top, 'missing-file', `the exercise “${id}” has no ${name}`, `Write it: ${what}.`),
  )
  const [right, wrong] = await Promise.all([answersIn(folder, 'right'), answersIn(folder, 'wrong')])
  if (right.length < FEWEST_RIGHT)
    findings.push(
      say(
        'right',
        top,
        'few-right',
        `right/ holds ${count(right.length)}: at least three, in different styles`,
        'Add answers that are right and look different: loops, functional, typed arrays.',
      ),
    )
  if (wrong.length < FEWEST_WRONG)
    findings.push(
      say(
        'wrong',
        top,
        'few-wrong',
        `wrong/ holds ${count(wrong.length)}: at least five`,
        'Add wrong answers, each with // misconception: NAME in its first line.',
      ),
    )
  if (!loaded) return { findings }
  if ('error' in loaded) {
    const mend = 'Mend it: npm run dev and the grader cannot use the exercise until it loads.'
    return {
      findings: [
        ...findings,
        {
          ...say('exercise.ts', loaded.place, 'does-not-load', `it does not load: ${loaded.error}`, mend),
          file: path.relative(root, loaded.file),
        },
      ],
    }
  }
  const parsed = Definition.safeParse(loaded.exports.default)
  if (!parsed.success) {
    const mend = 'Write export default defineFunction({…}) or defineClass({…}).'
    return { findings: [...findings, say('exercise.ts', top, 'definition', 'it exports no exercise', mend)] }
  }
  const definition = parsed.data
  if (!new RegExp(`\\b${definition.name}\\b`).test(definition.signature)) {
    const text = await readSource(path.join(folder, 'exercise.ts'))
    const what = `the signature does not name ${definition.name}, which learners are asked to write`
    findings.push(
      say('exercise.ts', placeOf(text, 'signature'), 'definition', what, `Begin it with ${definition.name}( .`),
    )
  }
  const unsigned = definition.params?.find((it) => !new RegExp(`\\b${it}\\b`).test(definition.signature))
  if (unsigned !== undefined) {
    const text = await readSource(path.join(folder, 'exercise.ts'))
    const near = nearestName(unsigned, definition.signature.match(/\w+(?=\??:)/g) ?? [])
    const what = `the signature has no parameter “${unsigned}”`
    const mend = near ? `Did you mean “${near}”?` : 'Name the parameters as the signature does, in its order.'
    findings.push(say('exercise.ts', placeOf(text, `${unsigned}:`), 'parameter', what, mend))
  }
  if (definition.id !== id) {
    const text = await readSource(path.join(folder, 'exercise.ts'))
    const mend = `Write id: '${id}', or rename the folder: an exercise’s folder is called like its id.`
    findings.push(
      say(
        'exercise.ts',
        placeOf(text, `'${definition.id}'`),
        'definition',
        `its folder is called ${id}, it calls itself ${definition.id}`,
        mend,
      ),
    )
  }
  findings.push(...(await claims(definition, folder, wrong, say)))
  return { definition, findings }
}

const MUST_BE_THERE = [
  ['exercise.ts', 'the definition: signature, cases, reference, misconceptions'],
  ['starter.ts', 'what the editor opens with'],
  ['solution.ts', 'a worked answer'],
] as const

const count = (n: number): string => (n === 1 ? 'one answer' : `${n === 0 ? 'no' : n} answers`)

/** Whether each wrong answer says which misconception it is of, and the exercise has that one. */
async function claims(
  { misconceptions }: Definition,
  folder: string,
  wrong: readonly string[],
  say: (file: string, place: { line: number; column: number }, rule: string, what: string, mend: string) => Finding,
): Promise<Finding[]> {
  const ids = misconceptions.map((it) => it.id)
  const found = await Promise.all(
    wrong.map(async (name) => {
      const file = `wrong/${name}`
      const text = await readSource(path.join(folder, file))
      const claimed = claimedMisconceptions(text)
      const mend = 'Write // misconception: NAME, or // misconception: none.'
      if (!claimed)
        return [
          say(file, { line: 1, column: 1 }, 'misconception', 'its first line does not name a misconception', mend),
        ]
      return claimed
        .filter((id) => !ids.includes(id))
        .map((id) => {
          const near = nearestName(id, ids)
          return say(
            file,
            placeOf(text, id),
            'misconception',
            `the exercise has no misconception “${id}”`,
            near ? `Did you mean “${near}”?` : 'Add it to the exercise’s misconceptions, or write none.',
          )
        })
    }),
  )
  return found.flat()
}
