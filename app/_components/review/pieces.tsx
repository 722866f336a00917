import type { ReactNode } from 'react'
import type { Pieces } from '#lib/review/pieces.ts'

/** A card's text as the server read it, its maths set already. */
export function PiecesText({ of }: { readonly of: Pieces }): ReactNode {
  return of.map((piece, i) => {
    const key = `${i}`
    return <Piece key={key} piece={piece} />
  })
}

function Piece({ piece }: { readonly piece: Pieces[number] }): ReactNode {
  if (typeof piece === 'string') return piece
  if ('code' in piece) return <code translate="no">{piece.code}</code>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX's own output for an author's formula
  if ('maths' in piece) return <span translate="no" dangerouslySetInnerHTML={{ __html: piece.maths }} />
  if ('list' in piece) return <List {...piece} />
  if ('em' in piece)
    return (
      <em>
        <PiecesText of={piece.em} />
      </em>
    )
  if ('strong' in piece)
    return (
      <strong>
        <PiecesText of={piece.strong} />
      </strong>
    )
  if ('link' in piece)
    return (
      <a href={piece.href}>
        <PiecesText of={piece.link} />
      </a>
    )
  return (
    <p>
      <PiecesText of={piece.paragraph} />
    </p>
  )
}

function List({ list, ordered }: { readonly list: readonly Pieces[]; readonly ordered: boolean }): ReactNode {
  const items = list.map((it, i) => {
    const key = `${i}`
    return (
      <li key={key}>
        <PiecesText of={it} />
      </li>
    )
  })
  return ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}
