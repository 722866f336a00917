import { type Node, parse, type Token, tokenizer } from 'acorn'
import { transform } from 'sucrase'

/** Words for people: they change what a verdict says, not what it is. */
const PROSE = new Set(['headline', 'feedback', 'hints', 'passHeadline', 'wording'])

export interface DecidingCode {
  /** Its tokens, one a line; words for people are left out. */
  readonly code: string
  /** What it imports, in the order of the text. */
  readonly imports: readonly string[]
}

/**
 * What of a TypeScript module decides what it computes: its tokens without types, comments, layout and words for people.
 *
 * @throws SyntaxError
 */
export function extractDecidingCode(source: string): DecidingCode {
  const cached = cache.get(source)
  if (cached) return cached
  const js = transform(source, { transforms: ['typescript'], disableESTransforms: true }).code
  const tree = parse(js, OPTIONS)
  const prose = findProseRanges(tree)
  const isProse = (token: Token) => prose.some(([start, end]) => token.start >= start && token.end <= end)
  const tokens = [...tokenizer(js, OPTIONS)].filter((token) => !isProse(token))
  const decidingCode = {
    code: tokens.map(({ start, end }) => js.slice(start, end)).join('\n'),
    imports: listImports(tree),
  }
  if (cache.size > 1000) cache.clear()
  cache.set(source, decidingCode)
  return decidingCode
}
const OPTIONS = { ecmaVersion: 'latest', sourceType: 'module' } as const
/** In development the course is read at each request. */
const cache = new Map<string, DecidingCode>()

interface AnyNode extends Node {
  readonly [key: string]: unknown
}

/** Where the values of properties are that hold words alone. */
function findProseRanges(tree: Node): [number, number][] {
  const ranges: [number, number][] = []
  walk(tree as AnyNode, (node) => {
    const { key, value } = node as { key?: { name?: string; value?: string }; value?: AnyNode }
    if (node.type === 'Property' && value && PROSE.has(key?.name ?? key?.value ?? '') && isText(value))
      ranges.push([value.start, value.end])
  })
  return ranges
}

/**
 * Whether an expression is only text: strings, strings that are joined, lists and objects of them, and names that are put
 * into a text. A name alone or a call may compute anything.
 */
function isText(node: AnyNode): boolean {
  const areTexts = (nodes: unknown) => (nodes as AnyNode[]).every(isText)
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string'
    case 'TemplateLiteral':
      return (node.expressions as AnyNode[]).every((inner) => isText(inner) || isName(inner))
    case 'BinaryExpression':
      return node.operator === '+' && areTexts([node.left, node.right])
    case 'ArrayExpression':
      return areTexts(node.elements)
    case 'ObjectExpression':
      return (node.properties as AnyNode[]).every(({ value }) => value !== undefined && isText(value as AnyNode))
    default:
      return false
  }
}

/** A name, or a field of one: `wording.divisor`. What it stands for counts where it is defined. */
function isName({ type, object, computed }: AnyNode): boolean {
  return type === 'Identifier' || (type === 'MemberExpression' && computed === false && isName(object as AnyNode))
}

function listImports(tree: Node): string[] {
  const specifiers: string[] = []
  walk(tree as AnyNode, ({ type, source }) => {
    const specifier = (source as { value?: unknown } | null | undefined)?.value
    if (/^(Import|Export)/.test(type) && typeof specifier === 'string') specifiers.push(specifier)
  })
  return specifiers
}

function walk(node: AnyNode, visit: (node: AnyNode) => void): void {
  visit(node)
  for (const child of Object.values(node).flat())
    if (typeof child === 'object' && child !== null && 'type' in child) walk(child as AnyNode, visit)
}
