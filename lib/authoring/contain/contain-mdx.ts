import { findMdxFault, type MdxFault } from './mdx-fault.ts'

/** More broken blocks than this, and the rest of the text is given up. */
const MAX_BROKEN_BLOCKS = 40

/**
 * A lesson's text in which each block that does not compile is replaced by `<BrokenBlock …/>`, which shows its source. What
 * stays keeps its lines. For development: elsewhere a lesson that does not compile is not published.
 *
 * @param unusable  why an import of the lesson cannot be used, if so
 */
export function containMdx(mdx: string, unusable: (specifier: string) => string | undefined = () => undefined): string {
  const source = withoutFrontmatter(mdx.split('\n'))
  const lines = [...source]
  for (let i = 0; i < MAX_BROKEN_BLOCKS; i++) {
    const fault = findMdxFault(lines.join('\n'), unusable)
    if (!fault) return lines.join('\n')
    if (!replace(lines, source, fault)) break
  }
  const fault = findMdxFault(lines.join('\n'), unusable)
  return fault ? replaceAllText(source, fault) : lines.join('\n')
}

/** @returns whether anything is left to replace */
function replace(lines: string[], source: Lines, fault: MdxFault): boolean {
  const [from, to] = fault.lines ? toRange(lines, fault.lines) : findBlock(lines, fault.line)
  const isContained = lines.slice(from, to).some((line) => line.includes('<BrokenBlock '))
  if (isContained && to - from === 1) return false
  const text = source.slice(from, to).join('\n')
  if (text.trim() === '') return false
  const names = fault.imported ?? []
  lines.splice(from, to - from, ...Array.from({ length: to - from }, () => ''))
  lines[from] = names.length > 0 ? brokenImports(names, fault) : renderFault(text, from + 1, fault)
  return true
}

/** The rest of the lesson may use what was imported: it is there, broken. */
const brokenImports = (names: readonly string[], { message, line }: MdxFault): string =>
  names
    .map((name) => `export const ${name} = () => ${renderFault(`<${name} />`, line, { message, line, column: 1 })}`)
    .join('; ')

const renderFault = (source: string, line: number, fault: MdxFault): string =>
  `<BrokenBlock line={${line}} at={${fault.line}} column={${fault.column}} message={${literal(fault.message)}} source={${literal(source)}} />`

/** A string as JavaScript and MDX both read it, on one line. */
const literal = (text: string): string => JSON.stringify(text).replace(/[\u2028\u2029<>{}`]/g, escapeCharacter)
const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Nothing of the text can be saved: all of it as source. */
const replaceAllText = (source: Lines, fault: MdxFault): string =>
  renderFault(source.join('\n').trim(), source.findIndex((line) => line !== '') + 1, fault)

/** The page reads it elsewhere, and it may be broken too. */
function withoutFrontmatter(lines: string[]): string[] {
  const end = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---') : -1
  return lines.map((line, i) => (i <= end ? '' : line))
}

type Lines = readonly string[]

/** The block of lines without an empty one that a line (counted from 1) is in, as a half-open range of indices. */
function findBlock(lines: Lines, line: number): [number, number] {
  let at = Math.min(Math.max(line - 1, 0), lines.length - 1)
  // the end of the file, or of a container, is where a missing end is noticed
  while (at > 0 && isEmpty(lines[at])) at--
  let from = at
  while (from > 0 && !isEmpty(lines[from - 1])) from--
  let to = at + 1
  while (to < lines.length && !isEmpty(lines[to])) to++
  return [from, to]
}

/** Whole lines, from the first to the last (counted from 1), as a half-open range of indices. */
const toRange = (lines: Lines, [first, last]: readonly [number, number]): [number, number] => [
  Math.max(0, first - 1),
  Math.min(lines.length, last),
]

const isEmpty = (line: string | undefined): boolean => (line ?? '').trim() === ''
