import { visit } from 'unist-util-visit'
import type { MdxNode } from '#lib/course/mdx.ts'
import { findNearestName } from '#lib/course/nearest.ts'
import { textPositionAt } from '#lib/course/problem.ts'
import { errorAt, type FileDiagnostic, getStart, type LessonContext, suggestNearest } from '../lesson-context.ts'
import { OPEN_FENCE } from './forgiving-parse.ts'

/** Finds what an author wrote but readers would not see, or would see as raw markup. */
export function checkLostText({ tree, mdx }: LessonContext): readonly FileDiagnostic[] {
  const diagnostics: FileDiagnostic[] = []
  visit(tree, (node) => {
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
      diagnostics.push(...checkBraces(node, mdx))
    if (node.type === 'text') diagnostics.push(...checkCharacters(node, mdx), ...checkLinkMarks(node, mdx))
    if (node.type === 'inlineMath') diagnostics.push(...checkMoney(node))
    if (node.type === 'table') diagnostics.push(...checkCells(node, mdx))
    if (node.type === 'code') diagnostics.push(...checkFence(node, mdx))
  })
  return diagnostics
}

type NodeOf<Type extends MdxNode['type']> = Extract<MdxNode, { readonly type: Type }>

/** Braces contain code: the page shows its value, never the braces. */
function checkBraces(node: NodeOf<'mdxTextExpression' | 'mdxFlowExpression'>, mdx: string): FileDiagnostic[] {
  const code = node.value.trim()
  const [statement] = node.data?.estree?.body ?? []
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined
  const isSequence = expression?.type === 'SequenceExpression'
  const visibleText =
    /^(true|false|null|undefined)$/.test(code) || code === '' ? 'nothing' : isSequence ? 'the last value' : code
  if (visibleText === code && !/^[-+]?[\d.]+$/.test(code)) return []
  const source = mdx.slice(node.position?.start.offset, node.position?.end.offset)
  const fix =
    code === ''
      ? 'Write \\{\\} if you mean braces.'
      : `Write \\{${code}\\} if you mean braces, or put a formula between dollar signs.`
  return [errorAt(getStart(node), 'braces', `braces contain code: for ${source} the page shows ${visibleText}`, fix)]
}

/** Names of character references that authors write; HTML has about two thousand more. */
const CHARACTERS =
  'nbsp amp lt gt quot apos ndash mdash hellip times divide minus plusmn middot bull le ge ne asymp equiv infin radic sum prod int part nabla isin notin cap cup sub sup rarr larr uarr darr harr rArr lArr hArr alpha beta gamma delta epsilon theta lambda mu pi rho sigma tau phi omega deg copy reg trade euro sect para laquo raquo lsquo rsquo ldquo rdquo thinsp ensp emsp shy zwj zwnj'.split(
    ' ',
  )

/** Finds `&name;` that is shown literally because no character has that name. */
function checkCharacters(node: NodeOf<'text'>, mdx: string): FileDiagnostic[] {
  const start = node.position?.start.offset ?? 0
  const source = mdx.slice(start, node.position?.end.offset)
  return [...source.matchAll(/(?<!\\)&([A-Za-z][A-Za-z0-9]*)(;?)/g)].flatMap((match) => {
    const [source, name = '', end] = match
    const isUnknown = end === ';' && node.value.includes(source)
    const isOpen =
      end === '' && CHARACTERS.includes(name) && !/^(amp|lt|gt|sub|sup|int|part|cap|cup|sum|prod|le|ge|ne)$/.test(name)
    if (!isUnknown && !isOpen) return []
    const near = isOpen ? `&${name};` : findNearestName(name, CHARACTERS)
    const suggestion = isOpen ? near : near && `&${near};`
    return [
      errorAt(
        textPositionAt(mdx, start + match.index),
        'character',
        isOpen ? `the character &${name} is not closed` : `there is no character ${source}`,
        `${suggestNearest(suggestion, 'Type the character itself.')} If you mean an ampersand, write &amp;.`,
      ),
    ]
  })
}

/** Finds `[words](address)` that is shown literally because its address contains a space. */
function checkLinkMarks(node: NodeOf<'text'>, mdx: string): FileDiagnostic[] {
  const start = node.position?.start.offset ?? 0
  const source = mdx.slice(start, node.position?.end.offset)
  const link = /(?<![\\!])\[[^\]\n]+\]\([^()\n]*\s[^()\n]*\)?/.exec(source)
  if (!link) return []
  const message = 'this link is shown as it is written, because its address contains a space'
  return [
    errorAt(textPositionAt(mdx, start + link.index), 'link', message, 'Write %20 instead of the space, or remove it.'),
  ]
}

/** Finds two prices in a sentence, which are read as a formula. */
function checkMoney(node: NodeOf<'inlineMath'>): FileDiagnostic[] {
  if (!/^\d[\d.,]*\s+\p{L}[^\\_^=]*\s$/u.test(node.value)) return []
  const message = `“${node.value.trim()}” is between dollar signs, so it is set as a formula`
  return [errorAt(getStart(node), 'dollar', message, 'Write \\$ if you mean money.')]
}

/** Finds rows with more cells than their table has columns: the extra cells are not shown. */
function checkCells(table: NodeOf<'table'>, mdx: string): FileDiagnostic[] {
  const columns = table.children[0]?.children.length ?? 0
  return table.children.slice(1).flatMap((row) => {
    const beyond = row.children[columns]
    if (!beyond || isSplitFormula(row, mdx)) return []
    return [
      errorAt(
        getStart(beyond),
        'table',
        `this row has ${row.children.length} cells, but the table has ${columns} columns: the extra cells are not shown`,
        'Write \\| for a | that doesn’t separate cells, even in code; in a formula write \\lvert, \\rvert or \\mid.',
      ),
    ]
  })
}

/** Whether a | inside a formula separates cells of a row: two cells then contain an unpaired dollar sign. */
export const isSplitFormula = (row: NodeOf<'tableRow'>, mdx: string): boolean =>
  row.children.filter((cell) => {
    const source = mdx.slice(cell.position?.start.offset, cell.position?.end.offset)
    return (source.match(/(?<!\\)\$/g)?.length ?? 0) % 2 === 1
  }).length >= 2

/** Finds a code block that is not closed and so runs to the end of the text. */
function checkFence(node: NodeOf<'code'>, mdx: string): FileDiagnostic[] {
  const source = mdx.slice(node.position?.start.offset, node.position?.end.offset)
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1]
  if (fence === undefined || new RegExp(`\\n[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*$`).test(source)) return []
  return [errorAt(getStart(node), 'code', OPEN_FENCE, `Write ${fence} on a line by itself where it ends.`)]
}
