import { parseArgs } from 'node:util'
import { findNearestName } from '#lib/course/nearest.ts'
import { UsageError } from './grade-arguments.ts'
import { suggestNearest } from './lesson-context.ts'
import { listLessonSlugs, readLessonFiles } from './lesson-files.ts'
import type { NewContext } from './new-command.ts'
import { type NewExercise, writeExercise } from './write-exercise.ts'

export const EXERCISE_USAGE = `Usage: npm run exercise:new -- LESSON ID
Adds a small, complete exercise to a lesson for you to edit: a definition, a starter, a solution, right answers in three styles, wrong answers and their misconceptions. ID is the name of its folder: lowercase letters, digits and hyphens, as in running-mean; the function is then called runningMean.
Exit codes: 0 created, 2 usage error (nothing written).`

/**
 * `exercise:new LESSON ID`: writes an exercise to start from.
 *
 * @returns the exit code: 0 created, 2 usage error
 */
export async function createExercise(args: readonly string[], { root, print, printError }: NewContext): Promise<0 | 2> {
  try {
    const answers = await readExerciseArguments(args, root)
    if (answers === 'help') {
      print(EXERCISE_USAGE)
      return 0
    }
    const files = await writeExercise(root, answers)
    const steps = [
      'The exercise works as it is. Edit one part at a time and check it as you go:',
      `  npm run dev                             then open /lessons/${answers.lesson}#build-${answers.id}`,
      `  npm run lesson:check -- ${answers.lesson} --watch`,
    ]
    print([...files, '', ...steps].join('\n'))
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    printError(`${error.message}\n\n${EXERCISE_USAGE}`)
    return 2
  }
}

/**
 * Reads the command line.
 *
 * @throws UsageError with a message for the person who typed it
 */
async function readExerciseArguments(args: readonly string[], root: string): Promise<NewExercise | 'help'> {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  const [lesson, id, ...others] = positionals
  if (lesson === undefined) throw new UsageError('missing argument: LESSON')
  const lessons = await listLessonSlugs(root)
  if (!lessons.includes(lesson)) {
    const hint = suggestNearest(findNearestName(lesson, lessons), `npm run lesson:new -- ${lesson} writes one.`)
    throw new UsageError(`there is no lesson “${lesson}”. ${hint}`)
  }
  if (id === undefined) throw new UsageError('missing argument: ID')
  if (others.length > 0) throw new UsageError(`name one exercise, not “${id}” and “${others[0]}”`)
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    throw new UsageError(
      `“${id}” can’t be the name of an exercise: use lowercase letters, digits and hyphens, beginning with a letter`,
    )
  for (const slug of lessons) {
    const { exercises } = await readLessonFiles(root, slug)
    if (exercises.includes(id)) throw new UsageError(`the lesson ${slug} already has an exercise “${id}”`)
  }
  return { lesson, id }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
