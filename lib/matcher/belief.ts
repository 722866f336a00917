import { FALSE_ADJECTIVES, LIGHT, SAYING } from './cues.ts'
import { deny, type Reading } from './reading.ts'

/** “It is wrong to say that A”, “A is a myth”, “people say A. That is wrong.”: A is denied. */
export function believed(reading: Reading, i: number): void {
  const { pieces, text, first, last, denials } = reading
  if (FALSE_ADJECTIVES.has(text(i)) && !PREDICATE.test(text(i + 1))) return // “the wrong maximum”
  if (text(i) === 'mistake' && !/^(a|common|big|typical|usual)$/.test(text(i - 1))) return // “the mistake is half a step”
  if ((denials[i] ?? 0) % 2 === 1) return // “it is not wrong”
  const after = text(i + 1) === 'is' || text(i + 1) === 'was' ? text(i + 2) : text(i + 1)
  if (OPENS.has(after)) {
    if (after === 'to' && !SAYING.has(text(i + 2)) && !SAYING.has(text(i + 3))) return
    deny(reading, i + 1, last(i))
    return
  }
  const start = first(i)
  const points = pieces.slice(start, i).every((it) => LIGHT.has(it.text))
  if (!points) deny(reading, start, i - 1)
  else if (start > 0) deny(reading, first(start - 1), start - 1)
}

const OPENS = new Set(['to', 'that', 'when', 'if', ':', 'idea', 'claim', 'belief', 'statement'])
const PREDICATE = /^([,;:.!?()]|to|that|when|if|is|and|but|because|since|idea|claim|belief|statement|)$/

/** A question is open; a “no” after it denies what it asks, a “yes” asserts it. */
export function asked(reading: Reading, i: number): void {
  const { text, first, open } = reading
  const answer = [text(i + 1), text(i + 2)].find((it) => it === 'no' || it === 'yes')
  if (answer === 'no') deny(reading, first(i), i)
  else if (answer === undefined) open.fill(true, first(i), i + 1)
}
