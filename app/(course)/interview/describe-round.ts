import type { Confirmation } from '#lib/interview/confirmation.ts'
import type { CodingRoundResult } from '#lib/interview/event.ts'
import { describeEnd } from '../../_components/workbench/describe-end.ts'
import { spentText } from '../../_components/workbench/format-clock.ts'

/** Describes the result of a coding round. Only the server’s verdict counts. */
export function describeRound(coded: CodingRoundResult, confirmation: Confirmation): string {
  if (confirmation === 'confirmed') return describeEnd(coded)
  const spent = `The round ended after ${spentText(coded.ms)}.`
  if (confirmation === 'pending')
    return `${spent} The server hasn’t confirmed the result yet. Reload the page in a moment.`
  return `${spent} The result isn’t confirmed, so it doesn’t count: the server has no verdict on this code. If you submit the same code in the lesson, it will count here too.`
}

/** Describes the result in two or three words, for a table. */
export function describeRoundBriefly({ passed }: CodingRoundResult, confirmation: Confirmation): string {
  if (confirmation === 'confirmed') return passed ? 'passed' : 'not passed'
  return confirmation === 'pending' ? 'not confirmed yet' : 'not confirmed'
}
