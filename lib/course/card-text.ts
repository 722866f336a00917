import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Written } from '#lib/review/pieces.ts'

/**
 * A card's text, read as the Markdown of a lesson: paragraphs and lists of words with *emphasis*, **strong** words,
 * `code`, $maths$, $$maths$$ on a line of its own, and [links](/lessons/…). Other marks stay as they are.
 */
export const cardText = (text: string): Written => parser.parse(text).children.map((node) => read(node, text))

/** The same for where no paragraph can stand, as in a heading: everything in one line. */
export const cardLine = (text: string): Written => inOneLine(cardText(text))

type Piece = Written[number]
type Node = ReturnType<(typeof parser)['parse']>['children'][number]

const inOneLine = (blocks: Written): Written =>
  blocks.flatMap((it, i): Written => {
    const inside = typeof it === 'string' ? [it] : linesOf(it)
    return i > 0 && isBlock(it) ? [' ', ...inside] : inside
  })

function linesOf(piece: Exclude<Piece, string>): Written {
  if ('paragraph' in piece) return inOneLine(piece.paragraph)
  if ('list' in piece) return piece.list.flatMap((it, i) => [...(i > 0 ? [' '] : []), ...inOneLine(it)])
  return [piece]
}

const isBlock = (it: Piece): boolean => typeof it !== 'string' && ('paragraph' in it || 'list' in it)

/** What would surprise in two sentences: a line that starts with # or >, an x<y that looks like an element. */
const NOT_READ = [
  'autolink',
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
]

function fewerMarks(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: NOT_READ } }]
}

const parser = unified().use(remarkParse).use(remarkMath).use(fewerMarks)

function read(node: Node, source: string): Piece {
  switch (node.type) {
    case 'text':
      return node.value
    case 'inlineCode':
      return { code: node.value }
    case 'inlineMath': {
      const display = source.startsWith('$$', node.position?.start.offset)
      return display ? { tex: node.value, display } : { tex: node.value }
    }
    case 'math':
      return { paragraph: [{ tex: node.value, display: true }] }
    case 'emphasis':
      return { em: all(node.children, source) }
    case 'strong':
      return { strong: all(node.children, source) }
    case 'paragraph':
      return { paragraph: all(node.children, source) }
    case 'link':
      return LEADS_SOMEWHERE.test(node.url)
        ? { link: all(node.children, source), href: node.url }
        : sourceOf(node, source)
    case 'list':
      return {
        list: node.children.map((it) =>
          all(it.children, source).flatMap((piece) => (it.spread ? [piece] : bare(piece))),
        ),
        ordered: node.ordered === true,
      }
    default:
      return sourceOf(node, source)
  }
}

/** A page of the site's, or a page elsewhere. A #heading alone would lead nowhere from the review page. */
const LEADS_SOMEWHERE = /^(\/(?!\/)|https:\/\/)/

const all = (nodes: readonly Node[], source: string): Written => nodes.map((it) => read(it, source))

const bare = (piece: Piece): Written => (typeof piece !== 'string' && 'paragraph' in piece ? piece.paragraph : [piece])

const sourceOf = (node: Node, source: string): string =>
  source.slice(node.position?.start.offset, node.position?.end.offset)
