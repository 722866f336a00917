import type { Written } from '../pieces.ts'
import type { ExportCard } from './export-card.ts'

/** A note of Anki's: what it is known by, its fields, its tags. */
export interface AnkiNote {
  /** The same for the same card at every export, so that importing again updates it. */
  readonly guid: string
  /** HTML, in the order of `FIELDS`. */
  readonly fields: readonly string[]
  /** Words without spaces; `::` divides levels. */
  readonly tags: readonly string[]
}
export const FIELDS = ['Question', 'Answer', 'Key points'] as const

/** A card as a note of Anki's. */
export function ankiNote({ id, lesson, kind, question, answer, keyPoints }: ExportCard): AnkiNote {
  const points = keyPoints.map((it) => `<li>${ankiHtml(it)}</li>`).join('')
  return {
    guid: `explain-attention:${id}`,
    fields: [ankiHtml(question), ankiHtml(answer), `<ul>${points}</ul>`],
    tags: [`lesson::${lesson}`, `kind::${kind}`],
  }
}

/** A card's text as Anki shows it: elements, and maths as what its MathJax looks for. */
export const ankiHtml = (text: Written): string => text.map(html).join('')

function html(piece: Written[number]): string {
  if (typeof piece === 'string') return escaped(piece)
  if ('code' in piece) return `<code>${escaped(piece.code)}</code>`
  if ('tex' in piece) return piece.display ? `\\[${escaped(piece.tex)}\\]` : `\\(${escaped(piece.tex)}\\)`
  if ('em' in piece) return `<em>${ankiHtml(piece.em)}</em>`
  if ('strong' in piece) return `<strong>${ankiHtml(piece.strong)}</strong>`
  if ('paragraph' in piece) return `<p>${ankiHtml(piece.paragraph)}</p>`
  if ('link' in piece) return link(ankiHtml(piece.link), piece.href)
  const items = piece.list.map((it) => `<li>${ankiHtml(it)}</li>`).join('')
  return piece.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`
}

/** In Anki there is no site that a path could belong to: there its words are enough. */
const link = (words: string, href: string): string =>
  href.startsWith('/') ? words : `<a href="${escaped(href).replaceAll('"', '&quot;')}">${words}</a>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
