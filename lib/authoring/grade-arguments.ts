import { parseArgs } from 'node:util'

export const USAGE = `Usage: npm run --silent grade -- EXERCISE FILE… [--seed N] [--json]
       npm run --silent grade -- EXERCISE#NAME[@STYLE] [--seed N] [--json]
Grades answers as the server does.
  --seed N  uses this seed; by default, each file gets a new one
  --json    prints one JSON object per file, one per line
EXERCISE#NAME prints and grades one of the exercise's wrong answers: an edit in wrong.ts or a file in wrong/. @STYLE applies
the edit to another right answer: attention#no-scale@right/loops.
Exit codes: 0 all passed, 1 some failed, 2 usage error, 3 some could not be graded.`

/** What was typed cannot be done; the message says why, to who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What the command is asked for. */
export interface GradeArguments {
  readonly exercise: string
  readonly files: readonly string[]
  /** The wrong answer that is asked for instead of files. */
  readonly wrong?: WrongName
  readonly seed?: number
  readonly json: boolean
}

/** One of an exercise's wrong answers, by name. */
export interface WrongName {
  readonly name: string
  /** The right answer that the edit is made in: `right/loops`. Its own when absent. */
  readonly style?: string
}

/**
 * Reads the command line.
 *
 * @returns `help` when that is asked for
 * @throws UsageError with a message for the person who typed it
 */
export function gradeArguments(args: readonly string[]): GradeArguments | 'help' {
  const { values, positionals } = parseFlags(args)
  if (values.help) return 'help'
  const [exercise, ...files] = positionals
  if (exercise === undefined) throw new UsageError('missing argument: EXERCISE')
  const common = { json: values.json ?? false, ...(values.seed !== undefined && { seed: parseSeed(values.seed) }) }
  const [, id, name, style] = /^([^#]*)#([^@]*)(?:@(.*))?$/.exec(exercise) ?? []
  if (id !== undefined && name !== undefined) {
    if (files.length > 0) throw new UsageError('name a wrong answer or files, not both')
    return { ...common, exercise: id, files, wrong: { name, ...(style !== undefined && { style }) } }
  }
  if (files.length === 0) throw new UsageError('missing argument: FILE')
  return { ...common, exercise, files }
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seed: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function parseSeed(text: string): number {
  const seed = Number(text)
  if (!/^\d+$/.test(text) || seed > 0xffff_ffff)
    throw new UsageError(`--seed must be a whole number from 0 to ${0xffff_ffff}, not “${text}”`)
  return seed
}
