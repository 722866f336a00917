import 'server-only'
import type { Pieces } from '#app/api/_contract/review.ts'
import { pieces } from '#app/api/review/_desk/pieces.ts'

const LONGEST = 44

/** A question for the trail: cut after a word where it is long, never inside code or maths. */
export function shortPieces(text: string): Pieces {
  if (text.length <= LONGEST) return pieces(text)
  const cut = text.slice(0, text.lastIndexOf(' ', LONGEST))
  const open = ['`', '$'].flatMap((mark) => (cut.split(mark).length % 2 === 0 ? [cut.lastIndexOf(mark)] : []))
  const whole = cut.slice(0, Math.min(cut.length, ...open)).replace(/[\s,;:.–]+$/, '')
  return [...pieces(whole), '…']
}
