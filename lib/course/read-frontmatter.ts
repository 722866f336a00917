import { isNode, LineCounter, parseDocument } from 'yaml'
import { type Frontmatter, FrontmatterSchema } from './frontmatter.ts'
import type { CourseProblem } from './problem.ts'

/** A lesson's frontmatter, or what is wrong with it and on which lines. */
export function readFrontmatter(
  mdx: string,
  file: string,
): { readonly frontmatter?: Frontmatter; readonly problems: readonly CourseProblem[] } {
  const block = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(mdx)
  if (!block) {
    const message = 'a lesson opens with its frontmatter: --- on the first line, fields in YAML, ---'
    return { problems: [{ file, line: 1, message }] }
  }
  const lines = new LineCounter()
  const document = parseDocument(block[1] ?? '', { lineCounter: lines, prettyErrors: false })
  /** The block's first line is the file's second. */
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1
  if (document.errors.length > 0)
    return { problems: document.errors.map((e) => ({ file, line: lineAt(e.pos[0]), message: e.message })) }
  const parsed = FrontmatterSchema.safeParse(document.toJS())
  if (parsed.success) return { frontmatter: parsed.data, problems: [] }
  return {
    problems: parsed.error.issues.map((issue) => {
      const key = issue.code === 'unrecognized_keys' ? [issue.keys[0]] : issue.path
      const node = document.getIn(key, true)
      const line = isNode(node) && node.range ? lineAt(node.range[0]) : 1
      return { file, line, message: `frontmatter ${key.join('.') || 'block'}: ${issue.message}` }
    }),
  }
}
