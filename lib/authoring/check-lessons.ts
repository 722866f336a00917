import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { textPositionAt } from '#lib/course/problem.ts'
import { readSource } from '#lib/course/read-source.ts'
import { createMatcher, type Matcher } from '#lib/matcher/match.ts'
import type { AnswerRemark } from './answer-remarks.ts'
import type { AnswersJob } from './answers-worker.ts'
import type { Uncovered } from './check-cards.ts'
import { findEditPosition } from './check-definition.ts'
import { checkLesson } from './check-lesson.ts'
import { checkTypes, withoutAlreadyReported } from './check-types.ts'
import { type CourseFiles, readCourseFiles } from './course-files.ts'
import type { Diagnostic } from './finding.ts'
import { errorAt } from './lesson-context.ts'
import { listAnswers, listLessonSlugs } from './lesson-files.ts'
import { type Ran, runAnswers } from './run-answers.ts'
import { WRONG_FILE, WrongModule } from './wrong-answers.ts'

export interface CheckOptions {
  /** Lessons by their slugs; all of them where absent. */
  readonly slugs?: readonly string[]
  /** Whether answers are run: takes seconds instead of a fraction of one. */
  readonly exercises: boolean
  /** The key points of a card that its model answer does not cover; by our matcher where absent. */
  readonly uncovered?: Uncovered
  /** Called when something is done, with what. */
  readonly onProgress?: (progress: Progress) => void
  /** Called with what running an exercise's answers showed. */
  readonly onRan?: (ran: Ran) => void
  readonly signal?: AbortSignal
  /** Checks types after the text instead of at the same time, for an author who waits for the text. */
  readonly textFirst?: boolean
}

/** How far a check is. */
export interface Progress {
  readonly done: number
  readonly total: number
  /** What was done last: a lesson's slug, or `lesson/exercise`. */
  readonly last: string
}

/**
 * Everything that is wrong with lessons, as it is found: first what can be read off their files, then what running
 * their answers shows. What is broken in one lesson hides nothing of another.
 *
 * @param root  the project's folder
 */
export async function* checkLessons(root: string, options: CheckOptions): AsyncGenerator<Diagnostic> {
  // what two exercises import is broken once
  const reported = new Set<string>()
  for await (const finding of findings(root, options)) {
    const key = `${finding.file}:${finding.line}:${finding.column} ${finding.message}`
    if (!reported.has(key)) yield finding
    reported.add(key)
  }
}

async function* findings(root: string, options: CheckOptions): AsyncGenerator<Diagnostic> {
  const slugs = options.slugs ?? (await listLessonSlugs(root))
  const types = options.textFirst ? undefined : checkTypes(root, slugs)
  const course = await readCourseFiles(root, slugs)
  const jobs = options.exercises ? await listJobs(course, slugs) : []
  let done = 0
  const reportProgress = (last: string) =>
    options.onProgress?.({ done: ++done, total: slugs.length + jobs.length, last })
  const answers = runAnswers(root, jobs, options.signal)
  // threads start while the files are looked at
  let next = answers.next()
  const reported: Diagnostic[] = []
  try {
    const uncovered = options.uncovered ?? (await matcher()).uncovered
    for (const slug of slugs.slice(0, 1)) yield* findCourseFaults(course, slug)
    for (const slug of slugs) {
      if (options.signal?.aborted) return
      const findings = await checkLesson(course, slug, uncovered)
      reported.push(...findings)
      yield* findings
      reportProgress(slug)
    }
    const faults = withoutAlreadyReported(await (types ?? checkTypes(root, slugs)), reported)
    yield* faults
    for (let iteratorResult = await next; !iteratorResult.done; iteratorResult = await next) {
      options.onRan?.(iteratorResult.value)
      const findings = await collectFindings(root, iteratorResult.value)
      yield* findings.filter(
        (finding) => !isExplained(finding, [...faults, ...reported.filter((other) => other.rule === 'definition')]),
      )
      reportProgress(`${iteratorResult.value.lesson}/${iteratorResult.value.exercise}`)
      next = answers.next()
    }
  } finally {
    await answers.return(undefined)
  }
}

/** An exercise whose answers could not be run because of an error in its code, which is reported. */
const isExplained = ({ rule, file }: Diagnostic, faults: readonly Diagnostic[]): boolean =>
  rule === 'not-run' && faults.some((fault) => path.dirname(fault.file) === path.dirname(file))

/** Why the files that all lessons share do not load; reported with one of the lessons. */
function findCourseFaults({ root, module }: CourseFiles, lesson: string): Diagnostic[] {
  return ['course.ts', 'sources.ts'].flatMap((name): Diagnostic[] => {
    const loaded = module(name)
    if (!loaded || 'exports' in loaded) return []
    const fix = 'Fix it: every lesson needs it.'
    const remark = errorAt(loaded.position, 'does-not-load', `it does not load: ${loaded.error}`, fix)
    return [{ lesson, file: path.relative(root, loaded.file), ...remark }]
  })
}

/** Loaded once a process: it brings a model of the language. */
const matcher = (): Promise<Matcher> => {
  matcherPromise ??= createMatcher()
  return matcherPromise
}
let matcherPromise: Promise<Matcher> | undefined

/** The answers of the exercises that load, in batches of about this size. */
const A_PART = 12

async function listJobs({ root, lessons, module }: CourseFiles, slugs: readonly string[]): Promise<AnswersJob[]> {
  const locations = lessons
    .filter(({ slug }) => slugs.includes(slug))
    .flatMap(({ slug, exercises }) => exercises.map((exercise) => ({ lesson: slug, exercise })))
    .filter(({ lesson, exercise }) => {
      const loaded = module(`lessons/${lesson}/exercises/${exercise}/exercise.ts`)
      const wrong = module(`lessons/${lesson}/exercises/${exercise}/${WRONG_FILE}`)
      return loaded !== undefined && 'exports' in loaded && !(wrong && 'error' in wrong)
    })
  const jobs = locations.map(async (location) => {
    const folder = path.join(root, 'content/lessons', location.lesson, 'exercises', location.exercise)
    const [right, whole] = await Promise.all([listAnswers(folder, 'right'), listAnswers(folder, 'wrong')])
    const wrong = module(`lessons/${location.lesson}/exercises/${location.exercise}/${WRONG_FILE}`)
    const edits =
      wrong && 'exports' in wrong ? Object.values(WrongModule.safeParse(wrong.exports).data?.default ?? {}).flat() : []
    const count = Math.max(1, Math.ceil((right.length + whole.length + edits.length) / A_PART))
    return Array.from({ length: count }, (_, index) => ({ ...location, part: { index, count } }))
  })
  return (await Promise.all(jobs)).flat()
}

async function collectFindings(root: string, ran: Ran): Promise<readonly Diagnostic[]> {
  const { lesson, exercise } = ran
  const folder = path.join(root, 'content/lessons', lesson, 'exercises', exercise)
  const remarks: readonly AnswerRemark[] = 'report' in ran ? ran.report.remarks : [toAnswerRemark(ran, folder)]
  return Promise.all(
    remarks.map(async ({ file, near, edit, ...remark }) => {
      const position =
        near !== undefined
          ? await placeNear(folder, near)
          : edit !== undefined && file !== undefined
            ? { file, ...findEditPosition(await readSource(path.join(folder, file)), edit) }
            : undefined
      const at = path.join(folder, position?.file ?? file ?? 'exercise.ts')
      return {
        lesson,
        ...remark,
        ...(position && { line: position.line, column: position.column }),
        file: path.relative(root, at),
      }
    }),
  )
}

/** The position of an error is the first line of the exercise's own code in its stack. */
function toAnswerRemark(
  { failure, stack = '' }: Extract<Ran, { readonly failure: string }>,
  folder: string,
): AnswerRemark {
  const ownFrame = stack.split('\n').find((text) => text.includes(`${folder}/`))
  const [, file, line = '1', column = '1'] = /\/([^/\s]+\.ts):(\d+):(\d+)/.exec(ownFrame ?? '') ?? []
  const fix =
    'Fix the definition: an editor marks fields that are missing or misspelled. It also needs a starter.ts and a solution.ts.'
  const remark = errorAt(
    { line: Number(line), column: Number(column) },
    'not-run',
    `could not run its answers: ${failure}`,
    fix,
  )
  return file === undefined ? remark : { ...remark, file }
}

/** Where a misconception or a field of the definition is written: `id: 'name'`, `name: {`. */
async function placeNear(folder: string, near: string) {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts')).map(({ name }) => name)
  for (const file of files.sort((a, b) => Number(b === 'exercise.ts') - Number(a === 'exercise.ts'))) {
    const text = await readSource(path.join(folder, file))
    const at = text.search(new RegExp(`\\bid: ['"]${near}['"]|^  ${near}(?::|,)`, 'm'))
    if (at >= 0) return { file, ...textPositionAt(text, at + (text.slice(at).search(/\S/) || 0)) }
  }
  return undefined
}
