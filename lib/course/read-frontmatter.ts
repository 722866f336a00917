import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { describeIssue } from './describe-issue.ts'
import { type Frontmatter, FrontmatterSchema } from './frontmatter.ts'
import { type CourseProblem, type TextPosition, textPositionAt } from './problem.ts'
import { normalizeText } from './read-source.ts'
import { describeYamlError, quoteYaml } from './yaml-fault.ts'

interface Read {
  readonly frontmatter?: Frontmatter
  readonly problems: readonly CourseProblem[]
  /** Fields that YAML may read differently from what the author meant. */
  readonly hints: readonly CourseProblem[]
}

const BLOCK = /^(---[ \t]*\n)(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/

/** A lesson's frontmatter, or what is wrong with it and where. */
export function readFrontmatter(mdx: string, file: string): Read {
  const text = normalizeText(mdx)
  const problem = (position: TextPosition, message: string, fix: string): CourseProblem => ({
    file,
    ...position,
    rule: 'frontmatter',
    message: `frontmatter: ${message}`,
    fix,
  })
  const broken = (...problems: readonly CourseProblem[]): Read => ({ problems, hints: [] })
  const block = BLOCK.exec(text)
  if (!block) {
    const { offset, message, fix } = describeMissingBlock(text)
    return broken(problem(textPositionAt(text, offset), message, fix))
  }
  const yaml = block[2] ?? ''
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  /** The block's first line is the file's second. */
  const positionAt = (offset: number): TextPosition => {
    const { line, col } = lines.linePos(offset)
    return { line: line + 1, column: col }
  }
  const fault = describeYamlError(document.errors, yaml)
  if (fault) return broken(problem(positionAt(fault.offset), fault.message, fault.fix))
  const droppedMarks = findDroppedMarks(document, yaml)
  if (droppedMarks.length > 0)
    return broken(...droppedMarks.map(({ offset, message, fix }) => problem(positionAt(offset), message, fix)))
  const hints = findComments(document, yaml).map(({ offset, message, fix }) =>
    problem(positionAt(offset), message, fix),
  )
  const parsed = FrontmatterSchema.safeParse(document.toJS() ?? {})
  if (parsed.success) return { frontmatter: parsed.data, problems: [], hints }
  const keyPlace = (key: PropertyKey | undefined): TextPosition => {
    const pairs = isMap(document.contents) ? document.contents.items : []
    const node = pairs.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key
    return isNode(node) && node.range ? positionAt(node.range[0]) : START
  }
  const problems = firstPerField(parsed.error.issues).map((issue) => {
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0]
    const { message, fix } = describeValue(issue, document, yaml) ?? {
      message: describeIssue(issue, FIELDS),
      fix: suggestFix(issue, key),
    }
    return problem(keyPlace(key), message, fix)
  })
  return { problems, hints }
}

/** Keeps the first issue per field, because several may come from the same mistake. */
const firstPerField = (issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] =>
  issues.filter(({ path }, i) => !issues.slice(0, i).some((earlier) => path.length > 0 && earlier.path[0] === path[0]))

const START: TextPosition = { line: 1, column: 1 }
const FIELDS = Object.keys(FrontmatterSchema.shape)

interface Fault {
  readonly offset: number
  readonly message: string
  readonly fix: string
}

/** Describes why a text has no frontmatter. */
function describeMissingBlock(text: string): Fault {
  const open = /^(\s*)---[ \t]*\n/.exec(text)
  if (open && open[1] !== '')
    return {
      offset: open[1]?.length ?? 0,
      message: 'it starts only here, but must start on the first line of the file',
      fix: 'Remove the empty lines and spaces before ---.',
    }
  if (open)
    return { offset: 0, message: 'it is not closed', fix: 'Write --- on a line by itself after its last field.' }
  const fix = 'Write --- on the first line, then the fields in YAML, then --- on a line by itself.'
  return { offset: 0, message: 'a lesson must start with its frontmatter, but there is none', fix }
}

/** Finds values that begin with `&`, `*` or `!`: YAML gives their first word a special meaning and drops it. */
function findDroppedMarks(document: Document.Parsed, yaml: string): readonly Fault[] {
  const faults: Fault[] = []
  visit(document, {
    Pair: (_, pair) => {
      const { key, value } = pair
      const hasMark = isAlias(value) || (isNode(value) && (Boolean(value.anchor) || value.tag !== undefined))
      if (!hasMark || !isScalar(key) || !key.range) return
      const line = yaml.slice(key.range[0]).split('\n', 1)[0] ?? ''
      const text = line.slice(line.indexOf(':') + 1).trim()
      faults.push({
        offset: key.range[0],
        message: `“${key.value}” begins with ${text[0]}, which has a special meaning in YAML`,
        fix: `Put the text in quotation marks: ${key.value}: ${quoteYaml(text)}`,
      })
    },
  })
  return faults
}

/** Finds unquoted texts that contain a `#` after a space: YAML reads the rest as a comment. */
function findComments(document: Document.Parsed, yaml: string): readonly Fault[] {
  if (!isMap(document.contents)) return []
  return document.contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !isScalar(value) || !value.comment || !value.range) return []
    if (typeof value.value !== 'string' || value.type !== 'PLAIN') return []
    const line = (yaml.slice(value.range[0]).split('\n', 1)[0] ?? '').trim()
    const fix = `If the rest belongs to the text, put all of it in quotation marks: ${key.value}: ${quoteYaml(line)}`
    const offset = value.range[0] + Math.max(0, line.indexOf('#'))
    return [{ offset, message: `“${key.value}” ends before this #: the rest is a comment`, fix }]
  })
}

/** Describes how YAML has misread a value; undefined if the schema’s own message says it all. */
function describeValue(
  issue: z.core.$ZodIssue,
  document: Document.Parsed,
  yaml: string,
): { readonly message: string; readonly fix: string } | undefined {
  if (issue.code !== 'invalid_type') return undefined
  const node = document.getIn(issue.path, true)
  if (!isNode(node)) return undefined
  const key = String(issue.path[0])
  const before = typeof issue.path[1] === 'number' ? '' : `${key}: `
  const written = node.range ? yaml.slice(node.range[0], node.range[1]) : ''
  const message = describeIssue(issue, FIELDS)
  const value: unknown = isScalar(node) ? node.value : undefined
  if (value === null && written === '')
    return { message: `“${issue.path.join('.')}” is empty`, fix: suggestFix(issue, key) }
  if (issue.expected === 'string')
    return {
      message: `${message}, but YAML reads ${written} as ${describeReading(node)}`,
      fix: `Put it in quotation marks: ${before}${quoteYaml(written)}`,
    }
  if (issue.expected === 'array' && isScalar(node))
    return { message, fix: `Write it in brackets: ${before}[${String(value ?? '')}]` }
  if (typeof value !== 'string') return undefined
  if (issue.expected === 'boolean' && /^(true|yes|on|false|no|off)$/i.test(value))
    return { message, fix: `Write ${before}${/^(true|yes|on)$/i.test(value)}, without quotation marks.` }
  if (issue.expected === 'number' && /^["']\s*\d+\s*["']$/.test(written))
    return {
      message: `${message}, but in quotation marks it is text`,
      fix: `Remove the quotation marks: ${before}${value.trim()}`,
    }
  return undefined
}

function describeReading(node: unknown): string {
  if (isSeq(node)) return 'a list'
  if (!isScalar(node)) return 'fields of its own'
  if (node.value === null) return 'nothing'
  return typeof node.value === 'boolean' ? 'true or false' : `the number ${node.value}`
}

function suggestFix(issue: z.core.$ZodIssue, key: PropertyKey | undefined): string {
  if (issue.code === 'unrecognized_keys') return `Remove it. The fields are ${FIELDS.join(', ')}.`
  const field = FIELDS.find((text) => text === key)
  if (!field) return `Write the fields ${FIELDS.join(', ')}.`
  const { description = '' } = FrontmatterSchema.shape[field as keyof Frontmatter]
  return `Write ${field}: ${description}`
}
