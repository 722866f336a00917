import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/**
 * The syntax tree of a lesson's text, as the page's own plugins read it.
 *
 * @throws VFileMessage with its place, where the text is not MDX
 */
export const parseMdx = (mdx: string): Root => parser.parse(mdx)

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath).use(remarkMdx)

/** The syntax tree of a lesson, and what it may hold. */
export type Root = ReturnType<(typeof parser)['parse']>
export type MdxNode = Root | Root['children'][number]

/** What the parser throws: its reason, and mostly its place. */
export interface MdxError extends Error {
  readonly reason: string
  readonly line?: number
  readonly column?: number
}
