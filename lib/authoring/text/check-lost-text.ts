import { visit } from 'unist-util-visit'
import type { MdxNode } from '#lib/course/mdx.ts'
import { nearestName } from '#lib/course/nearest.ts'
import { placeAt } from '#lib/course/problem.ts'
import { error, orNearest, type Page, type Remark, startOf } from '../page.ts'

/** What an author writes and no reader sees, or sees as it is written: nothing of a lesson is lost without a word. */
export function checkLostText({ tree, mdx }: Page): readonly Remark[] {
  const found: Remark[] = []
  visit(tree, (node) => {
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') found.push(...checkBraces(node, mdx))
    if (node.type === 'text') found.push(...checkCharacters(node, mdx), ...checkLinkMarks(node, mdx))
    if (node.type === 'inlineMath') found.push(...checkMoney(node))
    if (node.type === 'table') found.push(...checkCells(node, mdx))
    if (node.type === 'code') found.push(...checkFence(node, mdx))
  })
  return found
}

type NodeOf<Type extends MdxNode['type']> = Extract<MdxNode, { readonly type: Type }>

/** Braces are code: the page shows what it gives, and never the braces. */
function checkBraces(node: NodeOf<'mdxTextExpression' | 'mdxFlowExpression'>, mdx: string): Remark[] {
  const code = node.value.trim()
  const [statement] = node.data?.estree?.body ?? []
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined
  const isSequence = expression?.type === 'SequenceExpression'
  const shown =
    /^(true|false|null|undefined)$/.test(code) || code === '' ? 'nothing' : isSequence ? 'the last value' : code
  if (shown === code && !/^[-+]?[\d.]+$/.test(code)) return []
  const written = mdx.slice(node.position?.start.offset, node.position?.end.offset)
  const mend =
    code === ''
      ? 'Write \\{\\} where braces are meant.'
      : `Write \\{${code}\\} where braces are meant, or a formula between dollars.`
  return [error(startOf(node), 'braces', `braces are code: of ${written} the page shows ${shown}`, mend)]
}

/** Names of characters that authors write; HTML has some two thousand more. */
const CHARACTERS =
  'nbsp amp lt gt quot apos ndash mdash hellip times divide minus plusmn middot bull le ge ne asymp equiv infin radic sum prod int part nabla isin notin cap cup sub sup rarr larr uarr darr harr rArr lArr hArr alpha beta gamma delta epsilon theta lambda mu pi rho sigma tau phi omega deg copy reg trade euro sect para laquo raquo lsquo rsquo ldquo rdquo thinsp ensp emsp shy zwj zwnj'.split(
    ' ',
  )

/** `&name;` that is shown as it is written, since no character is called so. */
function checkCharacters(node: NodeOf<'text'>, mdx: string): Remark[] {
  const start = node.position?.start.offset ?? 0
  const source = mdx.slice(start, node.position?.end.offset)
  return [...source.matchAll(/(?<!\\)&([A-Za-z][A-Za-z0-9]*)(;?)/g)].flatMap((match) => {
    const [written, name = '', end] = match
    const isUnknown = end === ';' && node.value.includes(written)
    const isOpen =
      end === '' && CHARACTERS.includes(name) && !/^(amp|lt|gt|sub|sup|int|part|cap|cup|sum|prod|le|ge|ne)$/.test(name)
    if (!isUnknown && !isOpen) return []
    const near = isOpen ? `&${name};` : nearestName(name, CHARACTERS)
    const meant = isOpen ? near : near && `&${near};`
    return [
      error(
        placeAt(mdx, start + match.index),
        'character',
        isOpen ? `the character &${name} is not closed` : `there is no character ${written}`,
        `${orNearest(meant, 'Type the character itself.')} Where an ampersand is meant, write &amp;.`,
      ),
    ]
  })
}

/** `[words](address)` that is shown as it is written, for the space in its address. */
function checkLinkMarks(node: NodeOf<'text'>, mdx: string): Remark[] {
  const start = node.position?.start.offset ?? 0
  const source = mdx.slice(start, node.position?.end.offset)
  const link = /(?<![\\!])\[[^\]\n]+\]\([^()\n]*\s[^()\n]*\)?/.exec(source)
  if (!link) return []
  const what = 'this link is shown as it is written, for the space in its address'
  return [error(placeAt(mdx, start + link.index), 'link', what, 'Write %20 for the space, or take it out.')]
}

/** Two prices in a sentence, read as a formula. */
function checkMoney(node: NodeOf<'inlineMath'>): Remark[] {
  if (!/^\d[\d.,]*\s+\p{L}[^\\_^=]*\s$/u.test(node.value)) return []
  const what = `“${node.value.trim()}” stands between dollars, and is set as a formula`
  return [error(startOf(node), 'dollar', what, 'Write \\$ where money is meant.')]
}

/** Rows with more cells than the head of their table: the rest is not shown. */
function checkCells(table: NodeOf<'table'>, mdx: string): Remark[] {
  const columns = table.children[0]?.children.length ?? 0
  return table.children.slice(1).flatMap((row) => {
    const beyond = row.children[columns]
    if (!beyond || isSplitFormula(row, mdx)) return []
    return [
      error(
        startOf(beyond),
        'table',
        `this row has ${row.children.length} cells, and the table ${columns} columns: the rest is not shown`,
        'Write \\| for a | that divides no cells, also in code; in a formula write \\lvert, \\rvert or \\mid.',
      ),
    ]
  })
}

/** Whether a | inside a formula divides the cells of a row: then the dollars of two cells have no partner. */
export const isSplitFormula = (row: NodeOf<'tableRow'>, mdx: string): boolean =>
  row.children.filter((cell) => {
    const source = mdx.slice(cell.position?.start.offset, cell.position?.end.offset)
    return (source.match(/(?<!\\)\$/g)?.length ?? 0) % 2 === 1
  }).length >= 2

/** A block of code that runs to the end of the text. */
function checkFence(node: NodeOf<'code'>, mdx: string): Remark[] {
  const source = mdx.slice(node.position?.start.offset, node.position?.end.offset)
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1]
  if (fence === undefined || new RegExp(`\\n[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*$`).test(source)) return []
  const what = 'this block of code is not closed: all that follows is taken for code'
  return [error(startOf(node), 'code', what, `Write ${fence} on a line by itself where it ends.`)]
}
