import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Card } from '#lib/course/card.ts'
import type { Matcher } from '#lib/matcher/match.ts'
import { UsageError } from './grade-arguments.ts'
import { AnswerSchema, type MatchedAnswer, matchReport } from './match-report.ts'
import { readNamedFile } from './read-named-file.ts'

export const USAGE = `Usage: npm run --silent match -- FILE [--json]
Shows which key points answers cover, next to what a person found.
  --json  prints one JSON object per answer, one per line
FILE holds a JSON list of answers, or JSON lines: one answer per line.
Exit codes: 0 done, 2 usage error, or a file or card that can't be read.`

/** What the command has around it. */
export interface MatchContext {
  readonly matcher: () => Promise<Matcher>
  /** All cards of the course, drafts included, by their ids. */
  readonly cards: () => Promise<ReadonlyMap<string, Card>>
  /** The folder that the file is named from. */
  readonly folder: string
  /** A result, for stdout. */
  readonly print: (text: string) => void
  /** Complaints, for stderr. */
  readonly printError: (text: string) => void
}

/**
 * `match FILE`: matches answers with the key points of their cards.
 *
 * @returns the exit code: 0 done, 2 wrong use or something that cannot be read
 */
export async function matchFile(args: readonly string[], context: MatchContext): Promise<0 | 2> {
  try {
    const options = matchArguments(args)
    if (options === 'help') {
      context.print(USAGE)
      return 0
    }
    const answers = await answersIn(options.file, context.folder)
    const cards = await context.cards()
    const pairs = answers.map((answer) => ({ it: answer, card: requireCard(answer, cards) }))
    const matcher = await context.matcher()
    const matched = pairs.map(
      ({ it: answer, card }): MatchedAnswer => ({ ...answer, ticks: matcher.match(card, answer.answer) }),
    )
    if (options.json) for (const matchedAnswer of matched) context.print(matchLine(matchedAnswer))
    else context.print(matchReport(matched))
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    context.printError(`${error.message}\n\n${USAGE}`)
    return 2
  }
}

function matchArguments(args: readonly string[]): { readonly file: string; readonly json: boolean } | 'help' {
  const { values, positionals } = parseFlags(args)
  if (values.help) return 'help'
  const [file, ...more] = positionals
  if (file === undefined) throw new UsageError('missing argument: FILE')
  if (more.length > 0) throw new UsageError(`one file at a time, not ${positionals.join(', ')}`)
  return { file, json: values.json ?? false }
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

async function answersIn(file: string, folder: string): Promise<readonly z.infer<typeof AnswerSchema>[]> {
  const text = await readNamedFile(file, folder)
  const result = z.array(AnswerSchema).safeParse(parseAnswers(text, file))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new UsageError(
    `${file} does not contain a list of answers: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`,
  )
}

function parseAnswers(text: string, file: string): unknown {
  if (!file.endsWith('.jsonl')) return parseJson(text, file)
  return text.split('\n').flatMap((line, index) => (line.trim() ? [parseJson(line, `${file}: line ${index + 1}`)] : []))
}

function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${fileName} is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}

function requireCard({ id, card, covered }: z.infer<typeof AnswerSchema>, cards: ReadonlyMap<string, Card>): Card {
  const cardEntry = cards.get(card)
  if (!cardEntry) throw new UsageError(`${id}: there is no card “${card}”`)
  const beyond = covered?.find((index) => index >= cardEntry.keyPoints.length)
  if (beyond !== undefined) throw new UsageError(`${id}: ${card} has no key point ${beyond}; key points count from 0`)
  return cardEntry
}

const matchLine = ({ id, card, ticks }: MatchedAnswer): string =>
  JSON.stringify({
    id,
    card,
    ticked: ticks.map(({ index }) => index),
    phrases: ticks.map(({ index, phrase }) => ({ index, phrase })),
  })
