import type { MdxNode, Root } from '#lib/course/mdx.ts'
import { isElement, isNamed } from './element.ts'

/** A piece of running text: a paragraph or a cell of a table. */
export interface Passage {
  /** Its words as written, without code and formulas: these are blank, so that places stay what they were. */
  readonly text: string
  /** Index of its first character in the lesson. */
  readonly start: number
  /** It contains a <Source>, or the note next to it does. */
  readonly sourced: boolean
  /** Where in it something is computed, as indices of its text: a sum in numbers, or code in braces. */
  readonly computed: readonly number[]
}

type Parent = MdxNode & { readonly children: readonly MdxNode[] }
const isParent = (node: MdxNode): node is Parent => 'children' in node

/** Boxes in which one source speaks for all that is said. */
const BOXES = ['Note', 'FollowUp']
/** What states no facts: tasks, and headings. */
const SKIPPED = ['Exercise', 'FormulaPair', 'Cards', 'InlineCard', 'Source']

/** The running text of a lesson, from top to bottom. */
export function findPassages(tree: Root, mdx: string): readonly Passage[] {
  const passages: Passage[] = []
  const walk = (node: Parent, sourced: boolean): void => {
    node.children.forEach((child, i) => {
      if (child.type === 'heading' || (isElement(child) && SKIPPED.includes(child.name ?? ''))) return
      if (child.type === 'paragraph' || child.type === 'tableCell') {
        const next = node.children[i + 1]
        const isSourcedByNote = next !== undefined && isNamed(next, 'Note') && hasSource(next)
        passages.push(createPassage(child as Parent, mdx, sourced || isSourcedByNote || hasSource(child)))
        return
      }
      const box = isElement(child) && BOXES.includes(child.name ?? '')
      if (isParent(child))
        walk(child, sourced || (box && hasSource(child)) || (child.type === 'table' && besideTable(node, i)))
    })
  }
  walk(tree, false)
  return passages
}

/** A table's source is in the paragraph or note before or after it. */
const besideTable = (node: Parent, i: number): boolean =>
  [node.children[i - 1], node.children[i + 1]].some((sibling) => sibling !== undefined && hasSource(sibling))

function hasSource(node: MdxNode): boolean {
  return isNamed(node, 'Source') || (isParent(node) && node.children.some(hasSource))
}

function createPassage(node: Parent, mdx: string, sourced: boolean): Passage {
  const start = node.position?.start.offset ?? 0
  const written = mdx.slice(start, node.position?.end.offset)
  const letters = new Array<string>(written.length).fill(' ')
  const computed: number[] = []
  const walk = (mdxNode: MdxNode): void => {
    const from = (mdxNode.position?.start.offset ?? start) - start
    if (mdxNode.type === 'inlineMath' && SUM.test(mdxNode.value)) computed.push(from)
    if (mdxNode.type === 'mdxTextExpression' && !/^\s*(\/\*|['"`]|$)/.test(mdxNode.value)) computed.push(from)
    if (mdxNode.type === 'text') {
      const to = (mdxNode.position?.end.offset ?? start) - start
      for (let at = from; at < to; at++) letters[at] = written[at] ?? ' '
    } else if (isParent(mdxNode) && !isNamed(mdxNode, 'Source'))
      for (const child of mdxNode.children) walk(child as MdxNode)
  }
  walk(node)
  const text = letters.join('')
  computed.push(...[...text.matchAll(new RegExp(SUM, 'g'))].map(({ index }) => index))
  return { text, start, sourced, computed }
}

/** Numbers with a sign between them, as text or as LaTeX: 2 · 32, 8 = 64, 2^{31}, \\frac{1}{4}. */
const SUM = /\d\}?\s*(?:[=≈·×+−*/^]|\\(?:approx|cdot|times|div|le|ge)\b)\s*[{\\a-z]*\s*\d|\\t?frac\{?\d/
