import type { Verdict } from './verdict.ts'

/** What a verdict says in short: the same in the page, for a screen reader, and in the output of `npm run grade`. */
export interface VerdictSummary {
  readonly headline: string
  /** The misconceptions that were found, else the most telling difference; empty if there is nothing to explain. */
  readonly message: string
  /** Where in the source, counted from 1. */
  readonly line?: number
  /** Counted from 1, in UTF-16 units. Absent where only the line is known. */
  readonly column?: number
}

/** Summarizes a verdict. */
export function summarizeVerdict({ headline, misconceptions, difference, problem }: Verdict): VerdictSummary {
  const message = misconceptions.map(({ say }) => say).join(' ') || (difference ?? '')
  if (problem?.kind === 'endless') return { headline, message, line: problem.line }
  const position = problem && 'place' in problem ? problem.place : undefined
  return { headline, message, ...(position && { line: position.line, column: position.column }) }
}
