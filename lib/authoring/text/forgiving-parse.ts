import { type MdxError, parseMdx, type Root } from '#lib/course/mdx.ts'
import type { TextPosition } from '#lib/course/problem.ts'
import { errorAt, type FileDiagnostic } from '../lesson-context.ts'
import { describeMdxFault } from './describe-mdx-fault.ts'

/** A lesson is not searched for more faults of syntax than these at a time. */
const MAX_SYNTAX_FAULTS = 20

/**
 * A lesson's tree, and every place where its text is not MDX. A block with a fault is left blank, so that the rest can
 * be read: all places are those of the text as it is written.
 */
export function forgivingParse(mdx: string): { readonly tree: Root; readonly faults: readonly FileDiagnostic[] } {
  const faults: FileDiagnostic[] = []
  let text = mdx
  const fence = findOpenFence(mdx)
  if (fence) {
    faults.push(errorAt(fence.position, 'code', OPEN_FENCE, `Write ${fence.mark} on a line by itself where it ends.`))
    text = withoutLine(text, fence.position.line)
  }
  while (faults.length < MAX_SYNTAX_FAULTS) {
    try {
      const tree = parseMdx(text)
      const open = openFormula(tree, text)
      if (!open) return { tree, faults }
      const fix = 'Write $$ on a line by itself where it ends.'
      faults.push(errorAt(open, 'formula', 'this formula is not closed: everything after it is read as math', fix))
      text = withoutBlock(text, open.line)
    } catch (thrown) {
      if (!(thrown instanceof Error) || !('reason' in thrown)) throw thrown
      const { position, tags } = locateError(thrown as MdxError, text)
      const line = text
        .split('\n')
        .slice(position.line - 1)
        .join('\n')
      const before = line.slice(0, position.column - 1)
      const source = line.slice(position.column - 1)
      const { message, fix } = describeMdxFault((thrown as MdxError).reason, before, source)
      faults.push(errorAt(position, 'mdx', message, fix))
      const isAlone = /^\s*<[^<>]*>\s*$/.test(line.split('\n', 1)[0] ?? '')
      const stripped = tags.length > 0 && isAlone ? withoutTags(text, tags) : withoutPair(text, position.line, tags)
      const next = stripped === text ? withoutBlock(text, position.line) : stripped
      if (next === text) break
      text = next
    }
  }
  return { tree: parseMdx(''), faults }
}

/** Said of a block of code whose end is missing. */
export const OPEN_FENCE = 'this code block is not closed: everything after it is read as code'

/**
 * Finds a block of code that is not closed, by a line inside it that opens another one. (A block that runs to the end
 * of the text is a code node, which checkLostText finds.)
 */
function findOpenFence(text: string): { readonly position: TextPosition; readonly mark: string } | undefined {
  let open: { readonly position: TextPosition; readonly mark: string } | undefined
  for (const [i, line] of text.split('\n').entries()) {
    const [, mark = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (mark === '') continue
    if (!open) open = { position: { line: i + 1, column: 1 }, mark }
    else if (mark.startsWith(open.mark) && info.trim() === '') open = undefined
    else if (mark === open.mark) return open
  }
  return undefined
}

const withoutLine = (text: string, line: number): string =>
  text
    .split('\n')
    .map((other, i) => (i + 1 === line ? ' '.repeat(other.length) : other))
    .join('\n')

/** Where a formula on its own lines begins that runs to the end of the text. */
function openFormula(tree: Root, text: string): TextPosition | undefined {
  const last = tree.children.at(-1)
  if (last?.type !== 'math') return undefined
  const written = text.slice((last.position?.start.offset ?? 0) + 2, last.position?.end.offset)
  return /\$\$\s*$/.test(written) ? undefined : last.position?.start
}

/** Where the author has to look, and the tags that do not fit each other. */
function locateError(
  thrown: MdxError,
  text: string,
): { readonly position: TextPosition; readonly tags: readonly string[] } {
  const { reason } = thrown
  const reportedPosition = /\((\d+):(\d+)/.exec(reason)
  const position = {
    line: thrown.line ?? Number(reportedPosition?.[1] ?? 1),
    column: thrown.column ?? Number(reportedPosition?.[2] ?? 1),
  }
  if (/closing tag/.test(reason)) {
    const tags = [...reason.matchAll(/`<\/?([\w.]*)/g)].map((match) => match[1] ?? '')
    // an unclosed tag is what is wrong, not where its surroundings end
    const opened = /^Expected a closing tag/.test(reason) && reportedPosition
    return { position: opened ? { line: Number(opened[1]), column: Number(opened[2]) } : position, tags }
  }
  if (/before attribute value/.test(reason)) {
    const line = (text.split('\n')[position.line - 1] ?? '').slice(0, position.column - 1)
    const name = /[\w:.-]+\s*=\s*$/.exec(line)
    return {
      position: name ? { ...position, column: name.index + 1 } : position,
      tags: findTagAt(text, openTag(text, position)),
    }
  }
  if (/attribute|in name|after name|local name/.test(reason)) {
    const tag = openTag(text, position)
    return { position: tag, tags: findTagAt(text, tag) }
  }
  if (/expression/.test(reason)) return { position: openBrace(text, position), tags: [] }
  return {
    position: /before name/.test(reason) ? { ...position, column: Math.max(1, position.column - 1) } : position,
    tags: [],
  }
}

/** The tag in which a place lies: the one whose quotation marks do not pair, or the last < before it. */
function openTag(text: string, position: TextPosition): TextPosition {
  const lines = text.split('\n').slice(0, position.line)
  const odd = lines.findIndex((line) => /^\s*<[A-Z]/.test(line) && (line.match(/"/g)?.length ?? 0) % 2 === 1)
  if (odd >= 0) return { line: odd + 1, column: (lines[odd] ?? '').indexOf('<') + 1 }
  for (let line = position.line; line >= 1; line--) {
    const fullLine = (lines[line - 1] ?? '').slice(0, line === position.line ? position.column - 1 : undefined)
    const at = fullLine.lastIndexOf('<')
    if (at >= 0) return { line, column: at + 1 }
  }
  return position
}

/** The name of a component whose tag begins at a place. */
function findTagAt(text: string, { line, column }: TextPosition): string[] {
  const name = /^<([A-Z]\w*)/.exec((text.split('\n')[line - 1] ?? '').slice(column - 1))?.[1]
  return name === undefined ? [] : [name]
}

/** The brace that is open at a place, in its block; the place itself where none is. */
function openBrace(text: string, position: TextPosition): TextPosition {
  const lines = text.split('\n')
  let open = 0
  for (let line = position.line; line >= 1; line--) {
    const fullLine = lines[line - 1] ?? ''
    if (fullLine.trim() === '') break
    for (let at = (line === position.line ? position.column - 1 : fullLine.length) - 1; at >= 0; at--) {
      if (fullLine[at] === '}') open++
      else if (fullLine[at] === '{' && open-- === 0) return { line, column: at + 1 }
    }
  }
  return position
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** Without the paragraph (lines up to the next empty ones) around a line. */
function withoutBlock(text: string, line: number): string {
  const lines = text.split('\n')
  const isEmpty = (i: number) => (lines[i] ?? '').trim() === ''
  let first = line - 1
  let last = line - 1
  while (first > 0 && !isEmpty(first - 1)) first--
  while (last < lines.length - 1 && !isEmpty(last + 1)) last++
  return lines.map((content, i) => (i >= first && i <= last ? blank(content) : content)).join('\n')
}

/** Blanks the paragraph around a line, and the closing tags of what is opened in it. */
function withoutPair(text: string, line: number, tags: readonly string[]): string {
  const rest = withoutBlock(text, line)
  const lines = text.split('\n')
  const block = lines.filter((content, i) => content !== (rest.split('\n')[i] ?? '')).join('\n')
  const after = lines.slice(0, line).join('\n').length
  return tags.reduce((stripped, name) => {
    const count = (pattern: string) => block.match(new RegExp(pattern, 'g'))?.length ?? 0
    let open = count(`<${name}(?=[\\s>])[^<>]*(?<!/)>`) - count(`</${name}>`)
    return stripped.replaceAll(`</${name}>`, (end, at: number) => (at > after && open-- > 0 ? blank(end) : end))
  }, rest)
}

/** Without the lines that hold nothing but such a tag. */
function withoutTags(text: string, tags: readonly string[]): string {
  const alone = new RegExp(
    `^[ \\t]*</?(${tags.map((tag) => tag.replaceAll('.', '\\.')).join('|')})(\\s[^\\n]*)?>[ \\t]*$`,
    'gm',
  )
  return text.replace(alone, blank)
}
