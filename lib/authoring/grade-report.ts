import { describeCost } from '#lib/grading/cost.ts'
import { summarizeVerdict } from '#lib/grading/summarize-verdict.ts'
import type { Verdict } from '#lib/grading/verdict.ts'

/** A verdict on a file, and how long it took. */
export interface GradedFile {
  readonly file: string
  readonly verdict: Verdict
  readonly ms: number
  /** The answer itself, where it is to be shown. */
  readonly source?: string
}

/** A verdict as one line of JSON: headline, message, line and column as the page shows them. */
export function formatJsonLine({ file, verdict, ms, source }: GradedFile): string {
  const { exercise, seed, outcome, misconceptions, checks, work } = verdict
  return JSON.stringify({
    file,
    exercise,
    seed,
    outcome,
    ...summarizeVerdict(verdict),
    passed: outcome === 'passed',
    score: checks.length === 0 ? 0 : checks.filter((c) => c.passed).length / checks.length,
    misconceptions: misconceptions.map(({ id, say }) => ({ id, say })),
    checks: checks.map(({ name, passed, message }) => ({ name, passed, message })),
    steps: work,
    ms: Math.round(ms * 10) / 10,
    ...(source !== undefined && { source }),
  })
}

/** A verdict as a person reads it: the headline, what was misunderstood or differs, the checks. */
export function formatVerdict({ file, verdict, ms, source }: GradedFile): string {
  const { outcome, misconceptions, checks, cost, work, seed, inputs } = verdict
  const { headline, message, line, column } = summarizeVerdict(verdict)
  const position = line === undefined ? '' : ` (line ${line}${column === undefined ? '' : `, column ${column}`})`
  const [first] = misconceptions
  const width = Math.max(...checks.map((c) => c.name.length))
  return [
    ...(source === undefined ? [] : [source]),
    `${file}: ${WORDS[outcome]}`,
    `  ${headline}${position}`,
    ...(first ? misconceptions.map((m) => `  ${m.id}: ${m.say}`) : message ? [`  ${message}`] : []),
    ...checks.map((c) => `  ${c.passed ? '✓' : '✗'} ${c.name.padEnd(width)}  ${c.message}`.trimEnd()),
    ...(cost?.passed && outcome === 'passed' ? [`  ${describeCost(cost)}`] : []),
    `  ${inputs.worked + inputs.random + inputs.special} inputs of seed ${seed}, ${work.toLocaleString('en-US')} steps, ${ms.toFixed(0)} ms`,
  ].join('\n')
}

const WORDS: Readonly<Record<Verdict['outcome'], string>> = {
  passed: 'passed',
  failed: 'failed',
  'did-not-run': 'did not run',
  'not-graded': 'could not be graded',
}
