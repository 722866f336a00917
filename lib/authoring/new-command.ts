import { UsageError } from './grade-arguments.ts'
import { lessonSlugs } from './lesson-files.ts'
import { NEW_USAGE, newArguments } from './new-arguments.ts'
import { writeLesson } from './write-lesson.ts'

/** What the command has around it. */
export interface NewContext {
  /** The project's folder. */
  readonly root: string
  /** A result, for stdout. */
  readonly say: (text: string) => void
  /** A complaint, for stderr. */
  readonly tell: (text: string) => void
}

/**
 * `lesson:new LESSON`: writes a lesson to begin with.
 *
 * @returns the exit code: 0 created, 2 usage error
 */
export async function newCommand(args: readonly string[], { root, say, tell }: NewContext): Promise<0 | 2> {
  try {
    const asked = newArguments(args, await lessonSlugs(root))
    if (asked === 'help') {
      say(NEW_USAGE)
      return 0
    }
    const { files } = await writeLesson(root, asked)
    say(
      [
        ...files,
        '',
        `The lesson works as it is. Edit one part at a time and check it as you go:`,
        `  npm run dev                             then open /lessons/${asked.slug}`,
        `  npm run lesson:check -- ${asked.slug} --watch`,
      ].join('\n'),
    )
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    tell(`${error.message}\n\n${NEW_USAGE}`)
    return 2
  }
}
