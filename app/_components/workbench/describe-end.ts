import { spentText } from './format-clock.ts'

interface Ended {
  readonly passed: boolean
  readonly ms: number
  readonly runs: number
  readonly checks: { readonly passed: number; readonly all: number }
}

/** “Passed in 6:12 with 3 runs.” */
export function describeEnd({ passed, ms, runs, checks }: Ended): string {
  const duration = `${spentText(ms)} with ${runs === 1 ? 'one run' : `${runs} runs`}`
  if (passed) return `Passed in ${duration}.`
  if (checks.all === 0) return `The round is over after ${duration}. Nothing was graded.`
  return `The round is over after ${duration}: ${checks.passed} of ${checks.all} checks pass.`
}
