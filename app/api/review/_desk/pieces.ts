import katex from 'katex'
import type { Pieces } from '../../_contract/review.ts'

const MARKED = /(`[^`]+`|\$[^$]+\$)/

/** A card's text cut into words, `code` and maths, the maths as KaTeX sets it: KaTeX never reaches the page. */
export const pieces = (text: string): Pieces =>
  text
    .split(MARKED)
    .filter((it) => it !== '')
    .map((it) => {
      if (it.startsWith('`')) return { code: it.slice(1, -1) }
      if (it.startsWith('$'))
        return { maths: katex.renderToString(it.slice(1, -1), { throwOnError: true, strict: true }) }
      return it
    })
