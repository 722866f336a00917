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

const MARKED = /(`[^`]+`|\$\$[^$]+\$\$|\$[^$]+\$)/

/** A card's text as Anki shows it: `code` as an element, $maths$ and $$maths$$ as what its MathJax looks for. */
export const ankiHtml = (text: string): string =>
  text
    .split(MARKED)
    .map((it, i) => (i % 2 === 0 ? escaped(it) : marked(it)))
    .join('')

function marked(it: string): string {
  if (it.startsWith('`')) return `<code>${escaped(it.slice(1, -1))}</code>`
  if (it.startsWith('$$')) return `\\[${escaped(it.slice(2, -2).trim())}\\]`
  return `\\(${escaped(it.slice(1, -1))}\\)`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
