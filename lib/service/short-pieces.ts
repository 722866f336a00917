import 'server-only'
import { cardLine } from '#lib/course/card-text.ts'
import type { Pieces, Written } from '#lib/review/pieces.ts'
import { plainText } from '#lib/review/plain-text.ts'
import { set } from './pieces.ts'

const LONGEST = 44

/** A question for the trail: cut after a word where it is long, never inside what is set apart from the words. */
export function shortPieces(text: string): Pieces {
  const whole = cardLine(text)
  return set(plainText(whole).length <= LONGEST ? whole : [...cut(whole), '…'])
}

function cut(text: Written): Written {
  const kept: Written[number][] = []
  let room = LONGEST
  for (const piece of text) {
    const length = plainText([piece]).length
    if (length > room) {
      if (typeof piece === 'string') kept.push(piece.slice(0, Math.max(0, piece.lastIndexOf(' ', room))))
      break
    }
    kept.push(piece)
    room -= length
  }
  const last = kept.at(-1)
  return typeof last === 'string' ? [...kept.slice(0, -1), last.replace(/[\s,;:.–]+$/, '')] : kept
}
