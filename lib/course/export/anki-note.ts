import { cardHtml } from '../card-html.ts'
import type { ExportCard } from './export-cards.ts'

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
  const points = keyPoints.map((keyPoint) => `<li>${toLine(keyPoint)}</li>`).join('')
  return {
    guid: `explain-attention:${id}`,
    fields: [toLine(question), cardHtml(answer, { target: 'anki' }), `<ul>${points}</ul>`],
    tags: [`lesson::${lesson}`, `kind::${kind}`],
  }
}

const toLine = (text: string): string => cardHtml(text, { target: 'anki', isLine: true })
