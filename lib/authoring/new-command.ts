import { UsageError } from './grade-arguments.ts'
import { listLessonSlugs } from './lesson-files.ts'
import { NEW_USAGE, parseNewArguments } from './new-arguments.ts'
import { writeLesson } from './write-lesson.ts'

/** What the command has around it. */
export interface NewContext {
  /** The project's folder. */
  readonly root: string
  /** A result, for stdout. */
  readonly print: (text: string) => void
  /** A complaint, for stderr. */
  readonly printError: (text: string) => void
}

/**
 * `lesson:new LESSON`: writes a lesson to begin with.
 *
 * @returns the exit code: 0 created, 2 usage error
 */
export async function runNewCommand(args: readonly string[], { root, print, printError }: NewContext): Promise<0 | 2> {
  try {
    const options = parseNewArguments(args, await listLessonSlugs(root))
    if (options === 'help') {
      print(NEW_USAGE)
      return 0
    }
    const { files } = await writeLesson(root, options)
    print(
      [
        ...files,
        '',
        `The lesson works as it is. Edit one part at a time and check it as you go:`,
        `  npm run dev                             then open /lessons/${options.slug}`,
        `  npm run lesson:check -- ${options.slug} --watch`,
      ].join('\n'),
    )
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    printError(`${error.message}\n\n${NEW_USAGE}`)
    return 2
  }
}
