import { asked, believed } from './belief.ts'
import { ENDS, FALSE, STOPS } from './cues.ts'
import { negated } from './negation.ts'
import { type Reading, readingOf } from './reading.ts'
import type { Piece } from './scan.ts'

/** How the answer stands to a word: it asserts it, denies it, or leaves it open (asks, does not know, takes it back). */
export type Stance = 'said' | 'denied' | 'open'

/**
 * What each piece of an answer is said as: negation reaches to the end of its clause, a denied belief (“people say that
 * …, which is wrong”) over its sentence, and two denials cancel.
 *
 * @param sentence  the number of the sentence that each piece stands in
 */
export function stances(pieces: readonly Piece[], sentence: readonly number[]): Stance[] {
  const reading = readingOf(pieces, sentence)
  pieces.forEach(({ text }, i) => {
    negated(reading, i)
    if (FALSE.has(text)) believed(reading, i)
    if (text === '?') asked(reading, i)
    doubted(reading, i)
    takenBack(reading, i)
  })
  return reading.denials.map((count, i) => (reading.open[i] ? 'open' : count % 2 === 1 ? 'denied' : 'said'))
}

/** “I do not know whether …”: what follows is open. */
function doubted({ pieces, text, last, open }: Reading, i: number): void {
  const here = `${text(i)} ${text(i + 1)}`
  const mine = pieces.slice(Math.max(0, i - 3), i).some((it) => it.text === 'i')
  const unsure = mine && /^(not (know|remember|recall)|forget|forgot|wonder|am unsure)/.test(here)
  if (!unsure && !/^(not sure|no idea)/.test(here)) return
  for (let k = i; k <= last(i) && !ENDS.has(text(k)); k++) open[k] = true
}

/** “…, no wait, …”: what stands before is taken back. */
function takenBack({ text, first, open }: Reading, i: number): void {
  const here = `${text(i)} ${text(i + 1)} ${text(i + 2)}`
  if (
    !/^(no wait|wait no|sorry|scratch that|correction [,:]|no no|no sorry|i take that|let me correct|oh no)/.test(here)
  )
    return
  for (let k = i - 1; k >= Math.max(first(i), i - 9) && !STOPS.has(text(k)); k--) open[k] = true
}
