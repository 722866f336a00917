import katex from 'katex'
import { cardLine, cardText } from '#lib/course/card-text.ts'
import type { Pieces, Written } from '#lib/review/pieces.ts'

/** A card's text in one line, its maths as KaTeX sets it: neither KaTeX nor what reads the text reaches the page. */
export const pieces = (text: string): Pieces => set(cardLine(text))

/** The same with its paragraphs and lists. */
export const blocks = (text: string): Pieces => set(cardText(text))

/** A text that is read already, its maths set. */
export const set = (text: Written): Pieces => text.map(setPiece)

function setPiece(piece: Written[number]): Pieces[number] {
  if (typeof piece === 'string' || 'code' in piece) return piece
  if ('tex' in piece) return maths(piece.tex, piece.display === true)
  if ('em' in piece) return { em: set(piece.em) }
  if ('strong' in piece) return { strong: set(piece.strong) }
  if ('link' in piece) return { link: set(piece.link), href: piece.href }
  if ('paragraph' in piece) return { paragraph: set(piece.paragraph) }
  return { list: piece.list.map(set), ordered: piece.ordered }
}

/** A formula that KaTeX does not read shows its source: one card's slip must not take a session away. */
function maths(source: string, display: boolean): Pieces[number] {
  try {
    const html = katex.renderToString(source, { displayMode: display, throwOnError: true, strict: true })
    return display ? { maths: html, display } : { maths: html }
  } catch {
    return { code: source }
  }
}
