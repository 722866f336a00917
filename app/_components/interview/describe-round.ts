import type { Confirmation } from '#lib/review/interview/confirmation.ts'
import type { Coded } from '#lib/review/interview/event.ts'
import { spentText } from '../timed-bench/clock-words.ts'
import { endWords } from '../timed-bench/end-words.ts'

/** Describes what came of a coding round. Only the server's verdict counts. */
export function describeRound(coded: Coded, confirmation: Confirmation): string {
  if (confirmation === 'confirmed') return endWords(coded)
  const spent = `The round ended after ${spentText(coded.ms)}.`
  if (confirmation === 'pending')
    return `${spent} The server hasn’t confirmed its result yet. Reload the page in a moment.`
  return `${spent} Its result isn’t confirmed, so it doesn’t count: the server has no verdict on this code. Submit it in the lesson, and it counts here too.`
}

/** Describes the same in two words, for a table. */
export function describeRoundBriefly({ passed }: Coded, confirmation: Confirmation): string {
  if (confirmation === 'confirmed') return passed ? 'passed' : 'not passed'
  return confirmation === 'pending' ? 'not confirmed yet' : 'not confirmed'
}
