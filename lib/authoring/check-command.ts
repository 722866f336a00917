import type { AnswerReport } from './check-answers.ts'
import { CHECK_USAGE, checkArguments } from './check-arguments.ts'
import { checkLessons } from './check-lessons.ts'
import { type Diagnostic, formatDiagnostic } from './finding.ts'
import { UsageError } from './grade-arguments.ts'
import { lessonSlugs } from './lesson-files.ts'
import { countStyles, formatStyleTable } from './style-table.ts'

/** What the command has around it. */
export interface CheckContext {
  /** The project's folder. */
  readonly root: string
  readonly clock: () => number
  /** A result, for stdout. */
  readonly say: (text: string) => void
  /** A line for stderr. */
  readonly tell: (text: string) => void
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
export async function checkCommand(args: readonly string[], around: CheckContext): Promise<0 | 1 | 2> {
  try {
    const asked = checkArguments(args, await lessonSlugs(around.root))
    if (asked === 'help') {
      around.say(CHECK_USAGE)
      return 0
    }
    const { slugs, json, watch } = asked
    // watched from before the first check, so that what is saved during it isn't missed
    const changes = watch ? await around.changes() : undefined
    let code = await check(slugs, json, around)
    if (!changes) return code
    for await (const files of changes) {
      const changed = await findChangedLessons(files, around.root)
      const again = slugs ? changed.filter((slug) => slugs.includes(slug)) : changed
      if (again.length > 0) code = await check(again, json, around)
    }
    return code
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    around.tell(`${error.message}\n\n${CHECK_USAGE}`)
    return 2
  }
}

async function check(slugs: readonly string[] | undefined, json: boolean, around: CheckContext): Promise<0 | 1> {
  const began = around.clock()
  const found: Diagnostic[] = []
  const answers: (AnswerReport & { readonly exercise: string })[] = []
  let lessons = 0
  around.progress('reading lessons')
  const checked = checkLessons(around.root, {
    ...(slugs && { slugs }),
    exercises: true,
    onRan: (ran) => {
      if ('report' in ran) answers.push(...ran.report.answers.map((answer) => ({ ...answer, exercise: ran.exercise })))
    },
    onProgress: ({ done, of, last }) => {
      if (!last.includes('/')) lessons++
      around.progress(`${done} of ${of}  ${last}`)
    },
  })
  for await (const finding of checked) {
    found.push(finding)
    around.progress('')
    around.say(json ? JSON.stringify(finding) : formatDiagnostic(finding))
  }
  around.progress('')
  if (!json) for (const text of formatStyles(answers, slugs !== undefined)) around.tell(text)
  const errors = found.filter(({ level }) => level === 'error').length
  const seconds = ((around.clock() - began) / 1000).toFixed(1)
  const message = slugs?.length === 1 ? slugs[0] : countNoun(slugs?.length ?? lessons, 'lesson')
  around.tell(
    `${message}: ${countNoun(errors, 'error')}, ${countNoun(found.length - errors, 'warning')} (${seconds} s)`,
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
  const { edits, tried, missed } = countStyles(answers)
  if (edits === 0) return []
  return [`${countNoun(edits, 'edit')}, tried in ${countNoun(tried, 'right answer')}: ${missed} misnamed or accepted`]
}

const countNoun = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`

/** Lessons that changed files are of; all of them where the course itself changed. */
async function findChangedLessons(files: readonly string[], root: string): Promise<string[]> {
  const all = await lessonSlugs(root)
  const slugs = new Set(files.map((file) => /^lessons[/\\]([^/\\]+)[/\\]/.exec(file)?.[1]))
  return slugs.has(undefined) ? all : all.filter((slug) => slugs.has(slug))
}
