import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Frontmatter, FrontmatterSchema } from './frontmatter.ts'
import { issueWords } from './issue-words.ts'
import type { CourseProblem, TextPlace } from './problem.ts'

type Read = { readonly frontmatter?: Frontmatter; readonly problems: readonly CourseProblem[] }

/** A lesson's frontmatter, or what is wrong with it and where. */
export function readFrontmatter(mdx: string, file: string): Read {
  const block = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(mdx)
  const problem = (place: TextPlace, message: string, mend: string): CourseProblem => ({
    file,
    ...place,
    rule: 'frontmatter',
    message: `frontmatter: ${message}`,
    mend,
  })
  if (!block) {
    const mend = 'Write --- on the first line, then the fields in YAML, then --- on a line by itself.'
    return { problems: [problem(START, 'a lesson opens with its frontmatter, and here is none', mend)] }
  }
  const lines = new LineCounter()
  const document = parseDocument(block[1] ?? '', { lineCounter: lines, prettyErrors: false })
  /** The block's first line is the file's second. */
  const placeAt = (offset: number): TextPlace => {
    const { line, col } = lines.linePos(offset)
    return { line: line + 1, column: col }
  }
  if (document.errors.length > 0) return { problems: document.errors.map((e) => yamlProblem(e, placeAt, problem)) }
  const parsed = FrontmatterSchema.safeParse(document.toJS() ?? {})
  if (parsed.success) return { frontmatter: parsed.data, problems: [] }
  const keyPlace = (key: PropertyKey | undefined): TextPlace => {
    const pairs = isMap(document.contents) ? document.contents.items : []
    const node = pairs.find((it) => isScalar(it.key) && it.key.value === key)?.key
    return isNode(node) && node.range ? placeAt(node.range[0]) : START
  }
  return {
    problems: parsed.error.issues.map((issue) => {
      const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0]
      return problem(keyPlace(key), issueWords(issue, FIELDS), mendOf(issue, key))
    }),
  }
}

const START: TextPlace = { line: 1, column: 1 }
const FIELDS = Object.keys(FrontmatterSchema.shape)

function yamlProblem(
  { message, pos }: { readonly message: string; readonly pos: readonly [number, number] },
  placeAt: (offset: number) => TextPlace,
  problem: (place: TextPlace, message: string, mend: string) => CourseProblem,
): CourseProblem {
  const mend = 'Mend the YAML of this line; a text that holds a colon and a space stands in quotation marks.'
  return problem(placeAt(pos[0]), `this is not YAML: ${message}`, mend)
}

function mendOf(issue: z.core.$ZodIssue, key: PropertyKey | undefined): string {
  if (issue.code === 'unrecognized_keys') return `Take it out. The fields are ${FIELDS.join(', ')}.`
  const field = FIELDS.find((it) => it === key)
  if (!field) return `Write the fields ${FIELDS.join(', ')}.`
  const { description = '' } = FrontmatterSchema.shape[field as keyof Frontmatter]
  return `Write ${field}: ${description}`
}
