import type { ReactNode } from 'react'
import type { Pieces } from '#app/api/_contract/review.ts'

/** A text whose code and maths were set on the server. */
export function SetPieces({ of }: { readonly of: Pieces }): ReactNode {
  return of.map((part, i) => {
    const key = `${i}`
    if (typeof part === 'string') return part
    if ('code' in part) return <code key={key}>{part.code}</code>
    // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX's own output for an author's formula
    return <span key={key} dangerouslySetInnerHTML={{ __html: part.maths }} />
  })
}
