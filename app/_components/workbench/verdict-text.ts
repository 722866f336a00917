import { summarizeVerdict } from '#lib/grading/summarize-verdict.ts'
import type { Check, Counterexample, Verdict } from '#lib/grading/verdict.ts'
import { formatNumber } from '../figure/format.ts'
import type { GradedRun, ServerStatus } from './workbench-state.ts'

/** The line under the headline: how many checks pass, and who has confirmed it. */
export function describeRun({ verdict, serverStatus, run, sinceFirst }: GradedRun): string {
  if (verdict.outcome === 'did-not-run') return describePosition(verdict)?.replace(/\.$/, '') ?? ''
  if (verdict.outcome === 'passed' && serverStatus.kind === 'confirmed')
    return `All ${verdict.checks.length} checks pass, in the browser and on the server. Run ${run}${formatDuration(sinceFirst)}.`
  return [describePosition(verdict), describeCheckCount(verdict.checks), describeServerStatus(serverStatus, verdict)]
    .filter(Boolean)
    .join(' ')
}

/** “Not yet: 3 of 6 checks pass.” */
export function describeCheckCount(checks: readonly Check[]): string {
  const all = checks.length
  if (all === 0) return ''
  const passed = checks.filter((check) => check.passed).length
  if (passed === all) return `All ${all} checks pass.`
  if (passed === 0) return `0 of ${all} checks pass.`
  return `Not yet: ${passed} of ${all} checks ${passed === 1 ? 'passes' : 'pass'}.`
}

/** What the server has said so far, as a sentence; nothing where it was not asked. */
export function describeServerStatus(serverStatus: ServerStatus, verdict: Verdict): string {
  const passed = verdict.outcome === 'passed'
  switch (serverStatus.kind) {
    case 'not-asked':
      return ''
    case 'checking':
      return passed ? 'Passed here, the server is checking.' : 'The server is checking.'
    case 'confirmed':
      return 'Confirmed by the server.'
    case 'overruled':
      return 'The server ran different inputs and got a different result. Its verdict is the one that counts.'
    case 'offline':
      if (!serverStatus.isStored) return 'It isn’t sent yet, and this device’s storage is full: keep this tab open.'
      if (serverStatus.isOnline) return 'The server isn’t responding. We’ll retry automatically.'
      return passed ? 'You’re offline.' : 'You’re offline. We’ll submit it when you’re online again.'
    case 'busy':
      return serverStatus.reason === undefined
        ? 'The server couldn’t grade it yet, which is our fault. We’ll retry automatically.'
        : `${serverStatus.reason} We’ll retry automatically.`
    case 'refused':
      return serverStatus.message
  }
}

/** What a screen reader hears: headline, count and misconception, not the matrices. */
export function describeForScreenReader(run: GradedRun): string {
  return [headline(run), describeRun(run), summarizeVerdict(run.verdict).message]
    .filter(Boolean)
    .map((part) => (/[.?!]$/.test(part ?? '') ? part : `${part}.`))
    .join(' ')
    .replaceAll('`', '')
}

export function headline({ verdict, serverStatus }: Pick<GradedRun, 'verdict' | 'serverStatus'>): string {
  const isUnconfirmed =
    serverStatus.kind === 'offline' || serverStatus.kind === 'busy' || serverStatus.kind === 'refused'
  return verdict.outcome === 'passed' && isUnconfirmed
    ? 'Passed here, not yet confirmed'
    : summarizeVerdict(verdict).headline
}

/** “Line 12, column 31.”, “Stopped after 2,000,000 steps.” */
function describePosition(verdict: Verdict): string | undefined {
  if (verdict.problem?.kind === 'endless') return `Stopped after ${formatNumber(verdict.problem.steps)} steps.`
  const { line, column } = summarizeVerdict(verdict)
  return line === undefined ? undefined : `Line ${line}, column ${column}.`
}

/** “masked, row 0, column 1. Yours is 0, expected −∞.” in its two halves. */
export function describeWrongCell(first: NonNullable<Counterexample['first']>): {
  readonly where: string
  readonly what: string
} {
  return {
    where: `First wrong cell: ${first.step}, row ${first.row}, column ${first.column}.`,
    what: `Yours is ${formatNumber(first.yours, 5)}, expected ${formatNumber(first.expected, 5)}.`,
  }
}

/** “, 14 minutes” from the first run to this one; nothing within the first minute. */
function formatDuration(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return ''
  if (minutes < 90) return `, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  const hours = Math.round(minutes / 60)
  if (hours < 36) return `, ${hours} hours`
  return `, ${Math.round(hours / 24)} days`
}

/** “differs by more than 2·10⁻⁶” as a number and its power of ten. */
export function tolerancePower(atol: number): { readonly factor: number; readonly exponent: number } {
  const exponent = Math.floor(Math.log10(atol) + 1e-9)
  return { factor: Number((atol / 10 ** exponent).toPrecision(2)), exponent }
}
