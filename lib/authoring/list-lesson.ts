import { stripTypeScriptTypes } from 'node:module'
import { type AnyNode, type ObjectExpression, parse } from 'acorn'
import { UsageError } from './grade-arguments.ts'

/** As wide as our formatter lets a line be. */
const WIDTH = 120

/**
 * The text of content/course.ts with one more lesson, at the end of a section.
 *
 * @param section  the section's title; the last one when absent
 * @throws UsageError when there is no such section, or the text is not written as a list of sections with their lessons
 */
export function listLesson(source: string, slug: string, section?: string): string {
  const sections = parseSections(source)
  const target = section === undefined ? sections.at(-1) : sections.find(({ title }) => title === section)
  if (!target && section !== undefined)
    throw new UsageError(
      `the course has no section “${section}”. Its sections are ${sections.map(({ title }) => `“${title}”`).join(', ')}`,
    )
  if (!target) throw new UsageError(`content/course.ts has no sections with lessons: add '${slug}' to it by hand`)
  const before = source.slice(0, target.start)
  const indent = /[ \t]*$/.exec(before)?.[0] ?? ''
  return before + formatSection(target.title, [...target.lessons, slug], indent) + source.slice(target.end)
}

interface CourseSection {
  readonly title: string
  readonly lessons: readonly string[]
  readonly start: number
  readonly end: number
}

function parseSections(source: string): CourseSection[] {
  // types become blanks, so that every place stays what it was
  const program = parse(stripTypeScriptTypes(source), { ecmaVersion: 'latest', sourceType: 'module' })
  const sections: CourseSection[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk)
    else if (typeof node === 'object' && node !== null) {
      const section =
        'type' in node && node.type === 'ObjectExpression' ? parseSection(node as ObjectExpression) : undefined
      if (section) sections.push(section)
      else Object.values(node).forEach(walk)
    }
  }
  walk(program.body)
  return sections
}

/** `{ title: '…', lessons: ['…'] }`, and nothing else in it. */
function parseSection({ properties, start, end }: ObjectExpression): CourseSection | undefined {
  const field = (name: string): AnyNode | undefined =>
    properties.flatMap((property) =>
      property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === name
        ? [property.value]
        : [],
    )[0]
  const title = field('title')
  const lessons = field('lessons')
  if (properties.length !== 2 || title?.type !== 'Literal' || lessons?.type !== 'ArrayExpression') return undefined
  const slugs = lessons.elements.map((element) => (element?.type === 'Literal' ? element.value : undefined))
  if (typeof title.value !== 'string' || !slugs.every((slug) => typeof slug === 'string')) return undefined
  return { title: title.value, lessons: slugs, start, end }
}

/** On one line where it fits, as our formatter has it. */
function formatSection(title: string, lessons: readonly string[], indent: string): string {
  const fits = (text: string, room: number) => text.length + room <= WIDTH
  const list = `[${lessons.map(quote).join(', ')}]`
  const line = `{ title: ${quote(title)}, lessons: ${list} }`
  if (fits(line, indent.length + 1)) return line
  const inner = `${indent}  `
  const short = `lessons: ${list},`
  const long = `lessons: [\n${lessons.map((lesson) => `${inner}  ${quote(lesson)},\n`).join('')}${inner}],`
  return `{\n${inner}title: ${quote(title)},\n${inner}${fits(short, inner.length) ? short : long}\n${indent}}`
}

const quote = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`)
