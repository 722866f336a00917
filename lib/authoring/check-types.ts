import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Diagnostic } from './finding.ts'
import { errorAt } from './lesson-context.ts'
import { typeRemark } from './type-remark.ts'

/** The rule name of everything that the type checker reports. */
export const TYPE_RULE = 'type'

/**
 * What TypeScript finds in the code of lessons: a field that is misspelled or missing, inputs that do not fit the
 * function, a name that there is not. Answers of learners are not looked at: they are written without types as well.
 *
 * @param root  the project's folder
 * @param slugs  lessons
 */
export async function checkTypes(root: string, slugs: readonly string[]): Promise<readonly Diagnostic[]> {
  const compiler = path.join(/* turbopackIgnore: true */ root, 'node_modules/typescript/bin/tsc')
  const project = path.join(/* turbopackIgnore: true */ root, 'tsconfig.json')
  if (!existsSync(compiler) || !existsSync(project)) return []
  const folder = await mkdtemp(path.join(tmpdir(), 'lesson-types-'))
  const checkTypes = async (lessons: readonly string[]) => {
    if (lessons.length === 0) return []
    const config = path.join(folder, 'tsconfig.json')
    await writeFile(config, JSON.stringify(buildConfig(root, project, lessons)))
    return faultsIn(await run(root, [compiler, '-p', config, '--pretty', 'false']), lessons)
  }
  try {
    const faults = await checkTypes(slugs)
    // of what does not parse the compiler says only that, and nothing of all the rest
    const broken = new Set(faults.filter(({ isSyntax }) => isSyntax).map(({ finding }) => finding.lesson))
    const others = broken.size > 0 ? await checkTypes(slugs.filter((slug) => !broken.has(slug))) : []
    return [...faults, ...others].map(({ finding }) => finding)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Those of them that no other check reports already, at the same line or for the whole file; the first of each line. */
export const withoutAlreadyReported = (
  faults: readonly Diagnostic[],
  reported: readonly Diagnostic[],
): readonly Diagnostic[] =>
  faults.filter(({ file, line }, index) => {
    const near = (other: Diagnostic) => other.file === file && other.line === line
    return (
      !faults.slice(0, index).some(near) && !reported.some((o) => near(o) || (o.file === file && UNREAD.has(o.rule)))
    )
  })

/** Rules by which a file, or its cards, are not read at all. */
const UNREAD: ReadonlySet<string> = new Set(['does-not-load', 'syntax', 'card', 'definition', 'number-question'])

function buildConfig(root: string, project: string, slugs: readonly string[]) {
  const below = (slug: string, rest: string) => path.join(root, 'content/lessons', slug, rest)
  const answers = ['starter.ts', 'solution.ts', 'right', 'wrong', 'styles']
  return {
    extends: project,
    compilerOptions: {
      incremental: false,
      noEmit: true,
      plugins: [],
      typeRoots: [path.join(root, 'node_modules/@types')],
    },
    include: [
      path.join(root, 'next-env.d.ts'),
      ...slugs.flatMap((slug) => [below(slug, '**/*.ts'), below(slug, '**/*.tsx')]),
    ],
    exclude: slugs.flatMap((slug) => [
      below(slug, '**/*.test.ts'),
      ...answers.map((answer) => below(slug, `exercises/*/${answer}`)),
    ]),
  }
}

/** A compiler that cannot start says nothing of a lesson. */
const run = (cwd: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const settings = { cwd, timeout: 60_000, maxBuffer: 2 ** 24 }
    execFile(process.execPath, [...args], settings, (_, stdout) => resolve(stdout))
  })

const FAULT = /^(content\/lessons\/([^/]+)\/.+)\((\d+),(\d+)\): error (TS\d+: .*(?:\n\s+.*)*)$/gm

interface Fault {
  readonly finding: Diagnostic
  readonly isSyntax: boolean
}

const faultsIn = (output: string, slugs: readonly string[]): Fault[] =>
  [...output.replaceAll('\r', '').matchAll(FAULT)].flatMap(
    ([, file = '', lesson = '', line, column, reported = '']) => {
      if (!slugs.includes(lesson)) return []
      const { message, fix } = typeRemark(reported)
      const remark = errorAt({ line: Number(line), column: Number(column) }, TYPE_RULE, message, fix)
      return [{ finding: { lesson, file, ...remark }, isSyntax: /^TS17?\d{3}:/.test(reported) }]
    },
  )
