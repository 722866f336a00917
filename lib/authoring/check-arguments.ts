import { parseArgs } from 'node:util'
import { findNearestName } from '#lib/course/nearest.ts'
import { UsageError } from './grade-arguments.ts'

export const CHECK_USAGE = `Usage: npm run --silent lesson:check [-- LESSON…] [--json] [--watch]
Checks lessons and prints one problem per line: file:line:column  problem  how to fix it. Checks all lessons by default.
For lessons that you name, it also shows in which right answers each mistake is recognized.
  --json   prints one JSON object per line
  --watch  checks again when a file changes
Exit codes: 0 no errors, 1 errors found, 2 usage error.`

/** What the command is asked for. */
export interface CheckArguments {
  readonly slugs: readonly string[] | undefined
  readonly json: boolean
  readonly watch: boolean
}

/**
 * Reads the command line.
 *
 * @param lessons  the existing lessons
 * @returns `help` when that is asked for
 * @throws UsageError with a message for the person who typed it
 */
export function checkArguments(args: readonly string[], lessons: readonly string[]): CheckArguments | 'help' {
  const { values, positionals } = parseFlags(args)
  if (values.help) return 'help'
  const slugs = positionals.map(toSlug)
  const unknown = slugs.find((slug) => !lessons.includes(slug))
  if (unknown !== undefined) {
    const near = findNearestName(unknown, lessons)
    throw new UsageError(
      `there is no lesson “${unknown}”. ${near ? `Did you mean ${near}?` : `There are ${lessons.join(', ')}.`}`,
    )
  }
  return {
    slugs: slugs.length > 0 ? [...new Set(slugs)] : undefined,
    json: values.json ?? false,
    watch: values.watch ?? false,
  }
}

/** Also accepts a path to or inside a lesson, with slashes or backslashes, because shells complete paths. */
function toSlug(argument: string): string {
  const path = argument.replaceAll('\\', '/')
  return /(?:^|\/)lessons\/([^/]+)/.exec(path)?.[1] ?? path.replace(/^\.\//, '').replace(/\/+$/, '')
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, watch: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
