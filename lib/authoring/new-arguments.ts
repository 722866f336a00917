import { parseArgs } from 'node:util'
import { UsageError } from './grade-arguments.ts'

export const NEW_USAGE = `Usage: npm run lesson:new -- LESSON [--title "The topic"] [--part "Title of a section"]
Creates a small, complete lesson for you to edit: text, one figure, one exercise, five cards.
LESSON is the name of its folder and its address: lowercase letters, digits and hyphens, as in beam-search.
Exit codes: 0 created, 2 usage error (nothing written).`

/** What the command is asked for. */
export interface NewArguments {
  readonly slug: string
  readonly title: string
  readonly part?: string
}

/**
 * Reads the command line.
 *
 * @param lessons  existing lessons, whose names are taken
 * @returns `help` when that is asked for
 * @throws UsageError with a message for the person who typed it
 */
export function parseNewArguments(args: readonly string[], lessons: readonly string[]): NewArguments | 'help' {
  const { values, positionals } = parseFlags(args)
  if (values.help) return 'help'
  const [slug, ...others] = positionals
  if (slug === undefined) throw new UsageError('missing argument: LESSON')
  if (others.length > 0)
    throw new UsageError(
      `name one lesson, not “${slug}” and “${others[0]}”. Put a title of several words in quotation marks`,
    )
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug)) {
    const better = slug
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[-\d]+|-+$/g, '')
    throw new UsageError(
      `“${slug}” can’t be the name of a lesson: use lowercase letters, digits and hyphens, beginning with a letter${better ? `, as in “${better}”` : ''}`,
    )
  }
  if (lessons.includes(slug))
    throw new UsageError(`the lesson “${slug}” already exists in content/lessons/${slug}: nothing was changed`)
  const title = (values.title ?? toTitle(slug)).trim()
  if (title.length < 3 || /[\n<>]/.test(title))
    throw new UsageError(`“${title}” can’t be a title: use at least three characters, on one line, without < and >`)
  return { slug, title, ...(values.part !== undefined && { part: values.part }) }
}

/** beam-search → Beam search */
const toTitle = (slug: string): string => {
  const words = slug.replaceAll('-', ' ')
  return words.length < 3 ? `${words} lesson` : `${words[0]?.toUpperCase()}${words.slice(1)}`
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { title: { type: 'string' }, part: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
