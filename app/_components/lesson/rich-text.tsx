import type { ReactNode } from 'react'
import { blocks, pieces } from '#lib/service/pieces.ts'
import { PiecesText } from '../review/pieces.tsx'

interface RichTextProps {
  /** As the author of a card writes it. */
  readonly text: string
}

/** Text of a card in one line, for headings and points. Rendered on the server: KaTeX never reaches the page. */
export function RichText({ text }: RichTextProps): ReactNode {
  return <PiecesText of={pieces(text)} />
}

/** Text of a card with its paragraphs and lists. */
export function RichBlocks({ text }: RichTextProps): ReactNode {
  return <PiecesText of={blocks(text)} />
}
