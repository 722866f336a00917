import katex, { ParseError } from 'katex'
import { EXIT, visit } from 'unist-util-visit'
import { parseMdx, type Root } from '#lib/course/mdx.ts'

/** The first thing in a text that does not compile. Lines and columns are counted from 1. */
export interface MdxFault {
  readonly message: string
  readonly line: number
  readonly column: number
  /** The lines that it spoils, first and last, where they are known; else the block around it. */
  readonly lines?: readonly [number, number]
  /** Names that an import which cannot be used would have given. */
  readonly imported?: readonly string[]
}

/** What in a lesson's text does not compile first, if anything: MDX, then imports, then formulas. */
export function findMdxFault(mdx: string, unusable: (specifier: string) => string | undefined): MdxFault | undefined {
  try {
    const tree = parseMdx(mdx)
    return importFault(tree, unusable) ?? findFormulaFault(tree)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return findSyntaxFault(error, mdx)
  }
}

function findSyntaxFault(error: Error & { reason?: string; line?: number; column?: number }, mdx: string): MdxFault {
  const message = error.reason ?? error.message
  // only the message has the position of an unclosed tag
  const [, line, column] = /\((\d+):(\d+)/.exec(message) ?? []
  const position = { line: error.line ?? Number(line ?? 1), column: error.column ?? Number(column ?? 1) }
  const unended = mdx.split('\n').slice(position.line).join('').trim() === '' ? findUnendedBlock(mdx) : undefined
  return { message, ...position, ...(unended && { line: unended, column: 1 }) }
}

/** What has no end is noticed at the end of the file: where does the first block start that does not end by itself? */
function findUnendedBlock(mdx: string): number | undefined {
  const lines = mdx.split('\n')
  for (let from = 0; from < lines.length; from++) {
    if (lines[from]?.trim() === '' || (from > 0 && lines[from - 1]?.trim() !== '')) continue
    const length = lines.slice(from).findIndex((line) => line.trim() === '')
    const block = lines.slice(from, length < 0 ? undefined : from + length)
    try {
      parseMdx(block.join('\n'))
    } catch (error) {
      if (error instanceof Error && /end of file in expression/.test(error.message)) return from + 1
    }
  }
  return undefined
}

function importFault(tree: Root, unusable: (specifier: string) => string | undefined): MdxFault | undefined {
  let fault: MdxFault | undefined
  visit(tree, 'mdxjsEsm', (node) => {
    for (const statement of node.data?.estree?.body ?? []) {
      if (statement.type !== 'ImportDeclaration') continue
      const message = unusable(String(statement.source.value))
      if (!message) continue
      const line = statement.loc?.start.line ?? node.position?.start.line ?? 1
      const last = statement.loc?.end.line ?? line
      const imported = statement.specifiers.map(({ local }) => local.name)
      fault = { message, line, column: 1, lines: [line, last], imported }
      return EXIT
    }
    return undefined
  })
  return fault
}

function findFormulaFault(tree: Root): MdxFault | undefined {
  let fault: MdxFault | undefined
  visit(tree, (node) => {
    if (node.type !== 'math' && node.type !== 'inlineMath') return undefined
    const message = describeFormulaProblem(node.value, node.type === 'math')
    if (!message || !node.position) return undefined
    const { start, end } = node.position
    const lines = node.type === 'math' && end.line > start.line ? { lines: [start.line, end.line] as const } : {}
    fault = { message, line: start.line, column: start.column, ...lines }
    return EXIT
  })
  return fault
}

function describeFormulaProblem(formula: string, displayMode: boolean): string | undefined {
  try {
    katex.renderToString(formula, { displayMode, throwOnError: true, strict: 'error' })
    return undefined
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return `This formula does not compile: ${error.message.replace(/^KaTeX parse error: /, '')}`
  }
}
