import 'server-only'
import katex from 'katex'
import type { Pieces } from '#app/api/_contract/review.ts'

const MARKED = /(`[^`]+`|\$[^$]+\$)/

/** A card's text cut into words, `code` and $maths$, with the maths set: KaTeX itself never reaches the page. */
export const piecesOf = (text: string): Pieces =>
  text
    .split(MARKED)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('`')) return { code: part.slice(1, -1) }
      if (!part.startsWith('$')) return part
      return { maths: katex.renderToString(part.slice(1, -1), { throwOnError: true, strict: true }) }
    })

const LONGEST = 44

/** The same, cut after a word where it is long. */
export function shortPieces(text: string): Pieces {
  if (text.length <= LONGEST) return piecesOf(text)
  const cut = text.slice(0, text.lastIndexOf(' ', LONGEST))
  const open = ['`', '$'].flatMap((mark) => (cut.split(mark).length % 2 === 0 ? [cut.lastIndexOf(mark)] : []))
  const whole = cut.slice(0, Math.min(cut.length, ...open)).replace(/[\s,;:.–]+$/, '')
  return [...piecesOf(whole), '…']
}
