import { ENDS, FALSE, FALSE_ADJECTIVES, LIGHT, SAYING, STOPS } from './cues.ts'
import { markNegation } from './negation.ts'
import { markDenied, type Reading, readSentence } from './reading.ts'
import type { Piece } from './scan.ts'

/** What the answer does with a word: it asserts it, denies it, or leaves it open (asks, does not know, takes it back). */
export type Polarity = 'said' | 'denied' | 'open'

/**
 * What each piece of an answer is said as: negation reaches to the end of its clause, a denied belief (“people say that
 * …, which is wrong”) over its sentence, and two denials cancel.
 *
 * @param sentence  the number of the sentence that each piece is in
 */
export function markPolarities(pieces: readonly Piece[], sentence: readonly number[]): Polarity[] {
  const reading = readSentence(pieces, sentence)
  pieces.forEach(({ text }, i) => {
    markNegation(reading, i)
    if (FALSE.has(text)) markBelief(reading, i)
    if (text === '?') markQuestion(reading, i)
    markDoubt(reading, i)
    markRetraction(reading, i)
  })
  return reading.denials.map((count, i) => (reading.open[i] ? 'open' : count % 2 === 1 ? 'denied' : 'said'))
}

/** “I do not know whether …”: what follows is open. */
function markDoubt({ pieces, text, last, open }: Reading, i: number): void {
  const here = `${text(i)} ${text(i + 1)}`
  const mine = pieces.slice(Math.max(0, i - 3), i).some((piece) => piece.text === 'i')
  const unsure = mine && /^(not (know|remember|recall)|forget|forgot|wonder|am unsure)/.test(here)
  if (!unsure && !/^(not sure|no idea)/.test(here)) return
  for (let k = i; k <= last(i) && !ENDS.has(text(k)); k++) open[k] = true
}

/** “…, no wait, …”: what is before is taken back. */
function markRetraction({ text, first, open }: Reading, i: number): void {
  const here = `${text(i)} ${text(i + 1)} ${text(i + 2)}`
  if (
    !/^(no wait|wait no|sorry|scratch that|correction [,:]|no no|no sorry|i take that|let me correct|oh no)/.test(here)
  )
    return
  for (let k = i - 1; k >= Math.max(first(i), i - 9) && !STOPS.has(text(k)); k--) open[k] = true
}

/** “It is wrong to say that A”, “A is a myth”, “people say A. That is wrong.”: A is denied. */
function markBelief(reading: Reading, i: number): void {
  const { pieces, text, first, last, denials } = reading
  if (FALSE_ADJECTIVES.has(text(i)) && !PREDICATE.test(text(i + 1))) return // “the wrong maximum”
  if (text(i) === 'mistake' && !/^(a|common|big|typical|usual)$/.test(text(i - 1))) return // “the mistake is half a step”
  if ((denials[i] ?? 0) % 2 === 1) return // “it is not wrong”
  const after = text(i + 1) === 'is' || text(i + 1) === 'was' ? text(i + 2) : text(i + 1)
  if (OPENS.has(after)) {
    if (after === 'to' && !SAYING.has(text(i + 2)) && !SAYING.has(text(i + 3))) return
    markDenied(reading, i + 1, last(i))
    return
  }
  const start = first(i)
  const points = pieces.slice(start, i).every((piece) => LIGHT.has(piece.text))
  if (!points) markDenied(reading, start, i - 1)
  else if (start > 0) markDenied(reading, first(start - 1), start - 1)
}

const OPENS = new Set(['to', 'that', 'when', 'if', ':', 'idea', 'claim', 'belief', 'statement'])
const PREDICATE = /^([,;:.!?()]|to|that|when|if|is|and|but|because|since|idea|claim|belief|statement|)$/

/** A question is open; a “no” after it denies what it asks, a “yes” asserts it. */
function markQuestion(reading: Reading, i: number): void {
  const { text, first, open } = reading
  const answer = [text(i + 1), text(i + 2)].find((word) => word === 'no' || word === 'yes')
  if (answer === 'no') markDenied(reading, first(i), i)
  else if (answer === undefined) open.fill(true, first(i), i + 1)
}
