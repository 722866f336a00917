import type { Written } from './pieces.ts'

/**
 * A card's text without its marks, for where nothing can be set: `code` and $maths$ keep theirs, since nothing else
 * would tell them from words.
 */
export const plainText = (text: Written): string =>
  text.reduce<string>((said, piece) => `${said}${said !== '' && isBlock(piece) ? '\n\n' : ''}${plain(piece)}`, '')

type Piece = Written[number]

const isBlock = (piece: Piece): boolean => typeof piece !== 'string' && ('paragraph' in piece || 'list' in piece)

function plain(piece: Piece): string {
  if (typeof piece === 'string') return piece
  if ('code' in piece) return `\`${piece.code}\``
  if ('tex' in piece) return piece.display ? `$$${piece.tex}$$` : `$${piece.tex}$`
  if ('em' in piece) return plainText(piece.em)
  if ('strong' in piece) return plainText(piece.strong)
  if ('paragraph' in piece) return plainText(piece.paragraph)
  if ('list' in piece) return piece.list.map((it, i) => item(it, piece.ordered ? `${i + 1}. ` : '- ')).join('\n')
  return `${plainText(piece.link)}${piece.href.startsWith('/') ? '' : ` (${piece.href})`}`
}

const item = (text: Written, mark: string): string =>
  mark + plainText(text).replaceAll('\n', `\n${' '.repeat(mark.length)}`)
