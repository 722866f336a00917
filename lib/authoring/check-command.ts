import type { AnswerReport } from './check-answers.ts'
import { CHECK_USAGE, checkArguments } from './check-arguments.ts'
import { checkLessons } from './check-lessons.ts'
import { type Diagnostic, formatDiagnostic } from './finding.ts'
import { UsageError } from './grade-arguments.ts'
import { listLessonSlugs } from './lesson-files.ts'
import { countStyles, formatStyleTable } from './style-table.ts'

/** What the command has around it. */
export interface CheckContext {
  /** The project's folder. */
  readonly root: string
  readonly clock: () => number
  /** A result, for stdout. */
  readonly print: (text: string) => void
  /** A line for stderr. */
  readonly printError: (text: string) => void
  /** How far it is; written over where a person looks on. */
  readonly progress: (text: string) => void
  /** Files below content/ that change, by their paths from there; for --watch. */
  readonly changes: () => AsyncIterable<readonly string[]> | Promise<AsyncIterable<readonly string[]>>
}

/**
 * `lesson:check [LESSON…]`: says what is wrong with lessons.
 *
 * @returns the exit code: 0 no errors, 1 errors found, 2 usage error
 */
export async function checkCommand(args: readonly string[], context: CheckContext): Promise<0 | 1 | 2> {
  try {
    const options = checkArguments(args, await listLessonSlugs(context.root))
    if (options === 'help') {
      context.print(CHECK_USAGE)
      return 0
    }
    const { slugs, json, watch } = options
    // watched from before the first check, so that what is saved during it isn't missed
    const changes = watch ? await context.changes() : undefined
    let code = await check(slugs, json, context)
    if (!changes) return code
    for await (const files of changes) {
      const changed = await findChangedLessons(files, context.root)
      const again = slugs ? changed.filter((slug) => slugs.includes(slug)) : changed
      if (again.length > 0) code = await check(again, json, context)
    }
    return code
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    context.printError(`${error.message}\n\n${CHECK_USAGE}`)
    return 2
  }
}

async function check(slugs: readonly string[] | undefined, json: boolean, context: CheckContext): Promise<0 | 1> {
  const began = context.clock()
  const findings: Diagnostic[] = []
  const answers: (AnswerReport & { readonly exercise: string })[] = []
  let lessons = 0
  context.progress('reading lessons')
  const checked = checkLessons(context.root, {
    ...(slugs && { slugs }),
    exercises: true,
    onRan: (ran) => {
      if ('report' in ran) answers.push(...ran.report.answers.map((answer) => ({ ...answer, exercise: ran.exercise })))
    },
    onProgress: ({ done, total: of, last }) => {
      if (!last.includes('/')) lessons++
      context.progress(`${done} of ${of}  ${last}`)
    },
  })
  for await (const finding of checked) {
    findings.push(finding)
    context.progress('')
    context.print(json ? JSON.stringify(finding) : formatDiagnostic(finding))
  }
  context.progress('')
  if (!json) for (const text of formatStyles(answers, slugs !== undefined)) context.printError(text)
  const errors = findings.filter(({ level }) => level === 'error').length
  const seconds = ((context.clock() - began) / 1000).toFixed(1)
  const message = slugs?.length === 1 ? slugs[0] : countNoun(slugs?.length ?? lessons, 'lesson')
  context.printError(
    `${message}: ${countNoun(errors, 'error')}, ${countNoun(findings.length - errors, 'warning')} (${seconds} s)`,
  )
  return errors > 0 ? 1 : 0
}

/** How the edits fared: a table for each exercise of lessons that were named, else one line for all. */
function formatStyles(
  answers: readonly (AnswerReport & { readonly exercise: string })[],
  isDetailed: boolean,
): readonly string[] {
  const byExercise = [...Map.groupBy(answers, ({ exercise }) => exercise)]
  if (isDetailed) return byExercise.flatMap(([exercise, own]) => formatStyleTable(exercise, own) ?? [])
  const { edits, triedCount, undetected } = countStyles(answers)
  if (edits === 0) return []
  return [
    `${countNoun(edits, 'edit')}, tried in ${countNoun(triedCount, 'right answer')}: ${undetected} misnamed or accepted`,
  ]
}

const countNoun = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`

/** Lessons that changed files are of; all of them where the course itself changed. */
async function findChangedLessons(files: readonly string[], root: string): Promise<string[]> {
  const all = await listLessonSlugs(root)
  const slugs = new Set(files.map((file) => /^lessons[/\\]([^/\\]+)[/\\]/.exec(file)?.[1]))
  return slugs.has(undefined) ? all : all.filter((slug) => slugs.has(slug))
}
