import path from 'node:path'
import { findNearestName } from '#lib/course/nearest.ts'
import { applyEdit, EditError } from '#lib/grading/apply-edit.ts'
import { createNotGraded } from '#lib/grading/grade.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import type { GradeJobInput } from '#lib/sandbox/server/job.ts'
import { gradeArguments, USAGE, UsageError, type WrongName } from './grade-arguments.ts'
import { type ExerciseLocation, findExerciseLocation } from './grade-exercises.ts'
import { formatJsonLine, formatVerdict, type GradedFile } from './grade-report.ts'
import { suggestNearest } from './lesson-context.ts'
import { readNamedFile } from './read-named-file.ts'
import { loadWrongAnswers } from './wrong-answers.ts'

/** What the command has around it. */
export interface GradeContext {
  /** Where answers are graded, and how many at a time. */
  readonly open: (files: number) => {
    grade(jobInput: GradeJobInput): Promise<Verdict>
    close(): Promise<void>
    size: number
  }
  readonly locations: () => Promise<readonly ExerciseLocation[]>
  /** The folder of all lessons. */
  readonly lessons: string
  /** The folder that files are named from. */
  readonly folder: string
  readonly newSeed: () => number
  readonly clock: () => number
  /** A result, for stdout. */
  readonly print: (text: string) => void
  /** Progress and complaints, for stderr. */
  readonly printError: (text: string) => void
}

/**
 * `grade EXERCISE FILE…`: grades files as the server does and says what came of each, in their order.
 *
 * @returns the exit code: 0 all passed, 1 some did not, 2 wrong use, 3 some could not be graded
 */
export async function gradeFiles(args: readonly string[], context: GradeContext): Promise<0 | 1 | 2 | 3> {
  try {
    const options = gradeArguments(args)
    if (options === 'help') {
      context.print(USAGE)
      return 0
    }
    const location = findExerciseLocation(await context.locations(), options.exercise)
    const sources = options.wrong
      ? [await findWrongAnswer(location, options.wrong, context)]
      : await Promise.all(
          options.files.map(
            async (file): Promise<Source> => ({ file, text: await readNamedFile(file, context.folder) }),
          ),
        )
    const show = options.json ? formatJsonLine : formatVerdict
    context.printError(`grading ${sources.length === 1 ? '1 answer' : `${sources.length} answers`} to ${location.id}`)
    const graded = await inOrder(sources, context, (source) => context.print(show(source)), options.seed, location)
    const outcomes = new Set(graded.map(({ verdict }) => verdict.outcome))
    if (outcomes.has('not-graded')) return 3
    return outcomes.size === 1 && outcomes.has('passed') ? 0 : 1
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    context.printError(`${error.message}\n\n${USAGE}`)
    return 2
  }
}

interface Source {
  readonly file: string
  readonly text: string
  /** Whether the text is shown with its verdict: it is in no file that one could open. */
  readonly isShown?: true
}

/**
 * The text of a wrong answer that is asked for by name.
 *
 * @throws UsageError where there is none of that name, or the edit can't be made in that style
 */
async function findWrongAnswer(
  { lesson, id }: ExerciseLocation,
  { name, style }: WrongName,
  { lessons }: GradeContext,
): Promise<Source> {
  const folder = path.join(lessons, lesson, 'exercises', id)
  const answers = await loadWrongAnswers(folder)
  const answer = answers.find((wrongAnswer) => wrongAnswer.name === name)
  if (!answer) {
    const names = answers.map((wrongAnswer) => wrongAnswer.name)
    throw new UsageError(
      `${id} has no wrong answer “${name}”. ${suggestNearest(findNearestName(name, names), `There are ${names.join(', ')}.`)}`,
    )
  }
  if (style === undefined) return { file: `${id}#${name}`, text: answer.source, isShown: true }
  if (!answer.edited) throw new UsageError(`${answer.file} is a complete answer: it can’t be applied to another style`)
  const file = `${style.replace(/\.ts$/, '')}.ts`
  try {
    const base = { file, source: await readNamedFile(file, folder) }
    return { file: `${id}#${name}@${style}`, text: applyEdit(base, answer.edited.edit), isShown: true }
  } catch (error) {
    if (error instanceof EditError) throw new UsageError(error.message)
    throw error
  }
}

/** Grades as many at a time as there are workers; says each result as soon as those before it are said. */
async function inOrder(
  sources: readonly Source[],
  context: GradeContext,
  report: (gradedFile: GradedFile) => void,
  seed: number | undefined,
  location: ExerciseLocation,
): Promise<readonly GradedFile[]> {
  const pool = context.open(sources.length)
  const done: GradedFile[] = []
  let next = 0
  let reportedCount = 0
  const work = async () => {
    for (let i = next++; i < sources.length; i = next++) {
      const { file, text, isShown } = sources[i] as Source
      const graded = await gradeOne(
        pool,
        { lesson: location.lesson, exercise: location.id, source: text },
        file,
        context,
        seed,
      )
      done[i] = { ...graded, ...(isShown && { source: text }) }
      for (let gradedFile = done[reportedCount]; gradedFile; gradedFile = done[reportedCount]) {
        reportedCount++
        report(gradedFile)
      }
    }
  }
  const each = <T>(one: () => Promise<T>) => Promise.all(Array.from({ length: pool.size }, one))
  const warm = { lesson: location.lesson, exercise: location.id, source: '', seed: 0 }
  try {
    await each(() => pool.grade(warm).catch(() => undefined)) // so that the first file's time is not the start of workers
    await each(work)
    return done
  } finally {
    await pool.close()
  }
}

async function gradeOne(
  pool: ReturnType<GradeContext['open']>,
  jobInput: Omit<GradeJobInput, 'seed'>,
  file: string,
  { newSeed, clock }: GradeContext,
  fixedSeed: number | undefined,
): Promise<GradedFile> {
  const seed = fixedSeed ?? newSeed()
  const startMs = clock()
  const verdict = await pool.grade({ ...jobInput, seed }).catch((error: Error) =>
    createNotGraded({ id: jobInput.exercise, tolerance: NO_TOLERANCE }, seed, {
      headline: 'We couldn’t grade this',
      difference: error.message,
    }),
  )
  return { file, verdict, ms: clock() - startMs }
}

const NO_TOLERANCE = { atol: 0, rtol: 0 }
