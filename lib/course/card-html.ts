import katex from 'katex'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

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

function disableMarks(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: NOT_READ } }]
}

const parser = unified().use(remarkParse).use(remarkMath).use(disableMarks)

type Node = ReturnType<(typeof parser)['parse']>['children'][number]

/** A page of the site's, or a page elsewhere. A #heading alone would lead nowhere from the review page. */
const USABLE_LINK = /^(\/(?!\/)|https:\/\/)/

interface CardHtmlOptions {
  /** Leaves out paragraphs and lists: everything is in one line, as in a heading. */
  readonly isLine?: boolean
  /** Where the HTML is shown: on our pages, with KaTeX's formulas, or in Anki, whose MathJax sets them itself. */
  readonly target?: 'page' | 'anki'
  /** Of a line, in characters: a longer one ends after a word, with an ellipsis, and never inside code or a formula. */
  readonly maxLength?: number
}

/**
 * A card's text as HTML, read as the Markdown of a lesson: paragraphs and lists of words with *emphasis*, **strong**
 * words, `code`, $maths$, $$maths$$ on its own line, and [links](/lessons/…). Other marks stay as they are.
 */
export function renderCardHtml(
  text: string,
  { isLine = false, target = 'page', maxLength }: CardHtmlOptions = {},
): string {
  const form = { ...(target === 'anki' ? ANKI : PAGE), isLine }
  return render(cut(parser.parse(text).children, text, maxLength), form, text)
}

/**
 * A card's text without its marks, for where nothing can be set. `code` and $maths$ keep theirs, because nothing else
 * would tell them from words.
 */
export const cardPlainText = (text: string, { isLine = false }: Pick<CardHtmlOptions, 'isLine'> = {}): string =>
  render(parser.parse(text).children, { ...PLAIN, isLine }, text)

/** How each part of a text is written. Arguments are written already, but for those of `text`, `code` and `formula`. */
interface Form {
  readonly text: (text: string) => string
  readonly code: (code: string) => string
  readonly formula: (tex: string, isDisplay: boolean) => string
  readonly mark: (name: 'em' | 'strong', inside: string) => string
  readonly link: (inside: string, href: string) => string
  readonly paragraph: (inside: string) => string
  readonly list: (items: readonly string[], isOrdered: boolean) => string
  /** Between two blocks. */
  readonly gap: string
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const HTML = {
  text: escapeHtml,
  mark: (name, inside) => `<${name}>${inside}</${name}>`,
  paragraph: (inside) => `<p>${inside}</p>`,
  list: (items, isOrdered) => {
    const name = isOrdered ? 'ol' : 'ul'
    return `<${name}>${items.map((item) => `<li>${item}</li>`).join('')}</${name}>`
  },
  gap: '',
} as const satisfies Partial<Form>

const PAGE: Form = {
  ...HTML,
  code: (code) => `<code translate="no">${escapeHtml(code)}</code>`,
  formula: (tex, isDisplay) => {
    try {
      const html = katex.renderToString(tex, { displayMode: isDisplay, throwOnError: true, strict: true })
      return `<span translate="no">${html}</span>`
    } catch {
      return PAGE.code(tex) // one card's slip must not take a session away
    }
  },
  link: (inside, href) => `<a href="${escapeHtml(href)}">${inside}</a>`,
}

const ANKI: Form = {
  ...HTML,
  code: (code) => `<code>${escapeHtml(code)}</code>`,
  formula: (tex, isDisplay) => (isDisplay ? `\\[${escapeHtml(tex)}\\]` : `\\(${escapeHtml(tex)}\\)`),
  // Anki has no site that a path could belong to
  link: (inside, href) => (href.startsWith('/') ? inside : PAGE.link(inside, href)),
}

const PLAIN: Form = {
  text: (text) => text,
  code: (code) => `\`${code}\``,
  formula: (tex, isDisplay) => (isDisplay ? `$$${tex}$$` : `$${tex}$`),
  mark: (_, inside) => inside,
  link: (inside, href) => (href.startsWith('/') ? inside : `${inside} (${href})`),
  paragraph: (inside) => inside,
  list: (items, isOrdered) =>
    items
      .map((item, index) => {
        const bullet = isOrdered ? `${index + 1}. ` : '- '
        return bullet + item.replaceAll('\n', `\n${' '.repeat(bullet.length)}`)
      })
      .join('\n'),
  gap: '\n\n',
}

type LineForm = Form & { readonly isLine: boolean }

function render(nodes: readonly Node[], form: LineForm, source: string): string {
  return nodes.reduce((written, node, index) => {
    const gap = index > 0 && isBlock(node) ? (form.isLine ? ' ' : form.gap) : ''
    return written + gap + renderNode(node, form, source)
  }, '')
}

const isBlock = ({ type }: Node): boolean => type === 'paragraph' || type === 'list' || type === 'math'

function renderNode(node: Node, form: LineForm, source: string): string {
  switch (node.type) {
    case 'text':
      return form.text(node.value)
    case 'inlineCode':
      return form.code(node.value)
    case 'inlineMath':
      return form.formula(node.value, source.startsWith('$$', node.position?.start.offset))
    case 'math':
      return inParagraph(form.formula(node.value, true), form)
    case 'emphasis':
      return form.mark('em', render(node.children, form, source))
    case 'strong':
      return form.mark('strong', render(node.children, form, source))
    case 'paragraph':
      return inParagraph(render(node.children, form, source), form)
    case 'link':
      if (!USABLE_LINK.test(node.url)) return form.text(sliceSource(node, source))
      return form.link(render(node.children, form, source), node.url)
    case 'list': {
      const items = node.children.map(({ children, spread }) =>
        // a list whose items are close together has no paragraphs
        render(spread ? children : children.flatMap(unwrapParagraph), form, source),
      )
      return form.isLine ? items.join(' ') : form.list(items, node.ordered === true)
    }
    default:
      return form.text(sliceSource(node, source))
  }
}

const inParagraph = (inside: string, { isLine, paragraph }: LineForm): string => (isLine ? inside : paragraph(inside))

const unwrapParagraph = (node: Node): readonly Node[] => (node.type === 'paragraph' ? node.children : [node])

const sliceSource = ({ position }: Node, source: string): string =>
  source.slice(position?.start.offset, position?.end.offset)

/** The nodes of a line that fit, and an ellipsis where some don't. */
function cut(nodes: readonly Node[], source: string, maxLength = Number.POSITIVE_INFINITY): readonly Node[] {
  const plain = { ...PLAIN, isLine: true }
  if (render(nodes, plain, source).length <= maxLength) return nodes
  const shortened: Node[] = []
  let remaining = maxLength
  for (const node of nodes.flatMap(unwrapParagraph)) {
    const { length } = renderNode(node, plain, source)
    if (length > remaining) {
      if (node.type === 'text')
        shortened.push({
          type: 'text',
          value: node.value.slice(0, Math.max(0, node.value.lastIndexOf(' ', remaining))),
        })
      break
    }
    shortened.push(node)
    remaining -= length
  }
  const last = shortened.at(-1)
  if (last?.type === 'text')
    shortened[shortened.length - 1] = { type: 'text', value: last.value.replace(/[\s,;:.–]+$/, '') }
  return [...shortened, { type: 'text', value: '…' }]
}
