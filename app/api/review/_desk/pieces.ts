import katex from 'katex'
import type { Pieces } from '../../_contract/review.ts'

type Piece = Pieces[number]

const MARKED = /(`[^`]+`|\$[^$]+\$)/

/** A card's text cut into words, `code` and maths, the maths as KaTeX sets it: KaTeX never reaches the page. */
export const pieces = (text: string): Pieces =>
  text
    .split(MARKED)
    .filter((it) => it !== '')
    .map((it) => {
      if (it.startsWith('`')) return { code: it.slice(1, -1) }
      return it.startsWith('$') ? maths(it.slice(1, -1)) : it
    })

/** A formula that KaTeX does not read shows its source: one card's slip must not take a session away. */
function maths(source: string): Piece {
  try {
    return { maths: katex.renderToString(source, { throwOnError: true, strict: true }) }
  } catch {
    return { code: source }
  }
}
