import { z } from 'zod'
import type { Tick } from '#lib/matcher/match.ts'

/** Ticks that a person made too, that only the matcher made, and that only the person made. */
export interface Tally {
  readonly both: number
  readonly matcherOnly: number
  readonly personOnly: number
}

/** Precision and recall over key points (micro-averaged), per style and in all. Answers without `covered` are left out. */
export function matchReport(answers: readonly MatchedAnswer[]): string {
  const scored = answers.filter(({ covered }) => covered != null)
  const styles = [...new Set(scored.map(({ style }) => style))].sort()
  const rows = [
    ...styles.map((style) =>
      row(
        style,
        scored.filter((matchedAnswer) => matchedAnswer.style === style),
      ),
    ),
    row('all', scored),
  ]
  const width = Math.max(...rows.map(([name]) => name.length), 'style'.length)
  const line = ([name, ...cells]: readonly string[]): string =>
    [(name ?? '').padEnd(width), ...cells.map((cell) => cell.padStart(9))].join('  ')
  const unscored = answers.length - scored.length
  return [
    line(['style', 'answers', 'precision', 'recall', 'ticks', 'wrong', 'missed']),
    ...rows.map(line),
    ...(unscored > 0 ? [`${unscored} without “covered” left out`] : []),
  ].join('\n')
}

/** How the matcher's ticks relate to a person's. */
export function tally(answers: readonly MatchedAnswer[]): Tally {
  let [both, matcherOnly, personOnly] = [0, 0, 0]
  for (const { ticks, covered } of answers) {
    const person = new Set(covered ?? [])
    const matcher = new Set(ticks.map(({ index }) => index))
    both += [...matcher].filter((index) => person.has(index)).length
    matcherOnly += [...matcher].filter((index) => !person.has(index)).length
    personOnly += [...person].filter((index) => !matcher.has(index)).length
  }
  return { both, matcherOnly, personOnly }
}

/** The share of ticks that are right; nothing where there are none. */
export const precision = ({ both, matcherOnly }: Tally): number | undefined => share(both, both + matcherOnly)

/** The share of covered key points that are ticked; nothing where none is covered. */
export const recall = ({ both, personOnly }: Tally): number | undefined => share(both, both + personOnly)

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole)

function row(name: string, answers: readonly MatchedAnswer[]): readonly [string, ...string[]] {
  const counts = tally(answers)
  const formatScore = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(3))
  return [
    name,
    String(answers.length),
    formatScore(precision(counts)),
    formatScore(recall(counts)),
    String(counts.both + counts.matcherOnly),
    String(counts.matcherOnly),
    String(counts.personOnly),
  ]
}

/** An answer to a card, with what a person found in it. */
export const AnswerSchema = z.object({
  id: z.string(),
  card: z.string(),
  style: z.string().default('any'),
  answer: z.string(),
  /** What a person found covered: indices into the card's key points. */
  covered: z.array(z.number().int().nonnegative()).nullish(),
})

/** An answer to a card, and which key points of it the matcher ticked. */
export interface MatchedAnswer extends z.infer<typeof AnswerSchema> {
  readonly ticks: readonly Tick[]
}
