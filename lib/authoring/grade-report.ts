import { costSentence } from '#lib/grading/cost.ts'
import type { Verdict } from '#lib/grading/verdict.ts'

/** A verdict on a file, and how long it took. */
export interface GradedFile {
  readonly file: string
  readonly verdict: Verdict
  readonly ms: number
  /** The answer itself, where it is to be shown. */
  readonly source?: string
}

/** A verdict as one line of JSON. */
export function jsonLine({ file, verdict, ms, source }: GradedFile): string {
  const { exercise, seed, outcome, misconceptions, checks, work } = verdict
  return JSON.stringify({
    file,
    exercise,
    seed,
    outcome,
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
export function verdictText({ file, verdict, ms, source }: GradedFile): string {
  const { outcome, headline, misconceptions, difference, problem, checks, cost, work, seed, inputs } = verdict
  const place = problem && 'place' in problem ? problem.place : undefined
  const [first] = misconceptions
  const width = Math.max(...checks.map((c) => c.name.length))
  return [
    ...(source === undefined ? [] : [source]),
    `${file}: ${WORDS[outcome]}`,
    `  ${headline}${place ? ` (line ${place.line}, column ${place.column})` : ''}`,
    ...(first ? misconceptions.map((m) => `  ${m.id}: ${m.say}`) : difference ? [`  ${difference}`] : []),
    ...checks.map((c) => `  ${c.passed ? '✓' : '✗'} ${c.name.padEnd(width)}  ${c.message}`.trimEnd()),
    ...(cost?.passed && outcome === 'passed' ? [`  ${costSentence(cost)}`] : []),
    `  ${inputs.worked + inputs.random + inputs.special} inputs of seed ${seed}, ${work.toLocaleString('en-US')} steps, ${ms.toFixed(0)} ms`,
  ].join('\n')
}

const WORDS: Readonly<Record<Verdict['outcome'], string>> = {
  passed: 'passed',
  failed: 'failed',
  'did-not-run': 'did not run',
  'not-graded': 'could not be graded',
}
