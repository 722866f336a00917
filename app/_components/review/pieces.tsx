import type { ReactNode } from 'react'
import type { Pieces } from '#app/api/_contract/review.ts'

/** A card's text as the server cut it: words, `code`, and maths that is set already. */
export function PiecesText({ of }: { readonly of: Pieces }): ReactNode {
  return of.map((piece, i) => {
    const key = `${i}`
    if (typeof piece === 'string') return piece
    if ('code' in piece) return <code key={key}>{piece.code}</code>
    // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX's own output for an author's formula
    return <span key={key} dangerouslySetInnerHTML={{ __html: piece.maths }} />
  })
}
