import { readQuantity } from './read-quantity.ts'
import { isWithinRounding } from './rounding.ts'
import type { NumberQuestion } from './template.ts'

/** What came of an answer to a number question. */
export type NumberVerdict =
  | { readonly kind: 'right' }
  /** The number that a known slip gives, and what it forgot. */
  | { readonly kind: 'slip'; readonly slip: string; readonly feedback: string }
  | { readonly kind: 'wrong'; readonly feedback: string }
  /** Nothing that could be judged: it is no answer yet. */
  | { readonly kind: 'unread'; readonly feedback: string }

/** Judges a written answer: right in any unit and notation, or the slip that gives this number. */
export function judgeNumber(question: NumberQuestion, text: string): NumberVerdict {
  const { answer, exact, tolerance, slips, answerUnit } = question
  const read = readQuantity(text, answerUnit)
  if (!read) return { kind: 'unread', feedback: describeFormat(question) }
  const gives = (values: readonly number[], expected: number) =>
    values.some((value) => isWithinRounding(value, expected, read.slack, exact))
  if (read.values.some((value) => isWithinRounding(value, answer, read.slack, exact, tolerance)))
    return { kind: 'right' }
  if (answerUnit.kind === 'bytes' && gives(read.swapped, answer))
    return { kind: 'slip', slip: 'prefix', feedback: PREFIX }
  const slip = slips.find(({ value }) => gives(read.values, value))
  if (slip) return { kind: 'slip', slip: slip.id, feedback: slip.feedback }
  if (answerUnit.kind === 'bytes' && gives(read.values, answer * 8))
    return { kind: 'slip', slip: 'bits', feedback: 'That’s the number of bits. A byte has 8 bits.' }
  const swapped = answerUnit.kind === 'bytes' && slips.find(({ value }) => gives(read.swapped, value))
  if (swapped) return { kind: 'slip', slip: swapped.id, feedback: `${swapped.feedback} ${UNITS}` }
  return { kind: 'wrong', feedback: describeDistance(read.values, answer) }
}

const UNITS = 'Also check the unit: GiB, MiB, KiB count by 1,024; GB, MB, kB by 1,000.'
const PREFIX = 'GiB, MiB, KiB count by 1,024; GB, MB, kB by 1,000. Your number is right in the other unit.'

function describeFormat({ answerUnit }: NumberQuestion): string {
  if (answerUnit.kind === 'bytes')
    return `We can’t read this as a number of bytes. Write it as 2 ${answerUnit.unit}, 2^31 or 2,147,483,648.`
  if (answerUnit.kind === 'percent') return 'We can’t read this as a share. Write it as 12.5 %, 0.125 or 1/8.'
  return 'We can’t read this as a number. Write it as 1,200, 1.2k, 3/4 or 1/sqrt(64).'
}

/** “32 times too much”, where it is a whole number of times, which shows which factor to look at. */
function describeDistance(values: readonly number[], answer: number): string {
  for (const value of values) {
    if (!(value > 0) || !(answer > 0)) continue
    const [much, few] = [value / answer, answer / value]
    const times = Math.round(Math.max(much, few))
    if (times >= 2 && times <= 4096 && Math.abs(Math.max(much, few) / times - 1) < 0.004)
      return much > few ? `That’s ${times} times too much.` : `The answer is ${times} times as much.`
  }
  return 'That’s not the right number.'
}
