import GithubSlugger from 'github-slugger'
import { toString as toText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { parseMdx } from './mdx.ts'
import type { CourseProblem } from './problem.ts'

/** A part of a lesson's text that other pages, verdicts or checks refer to. */
export type OutlineEntry =
  /** `id` is the heading's id on the page. */
  | {
      readonly kind: 'heading'
      readonly id: string
      readonly depth: number
      readonly text: string
      readonly line: number
    }
  /** A mistake in code, explained; one entry for each misconception that shows it. */
  | { readonly kind: 'code-mistake'; readonly id: string; readonly title: string; readonly line: number }
  | { readonly kind: 'figure'; readonly title: string; readonly line: number }
  | { readonly kind: 'exercise-group'; readonly title: string; readonly line: number }
  | { readonly kind: 'follow-ups'; readonly line: number }
  | { readonly kind: 'exercise'; readonly exercise: string; readonly line: number }
  | { readonly kind: 'follow-up'; readonly question: string; readonly line: number }
  /** A card in the prose. */
  | { readonly kind: 'card'; readonly id: string; readonly line: number }
  | { readonly kind: 'cards'; readonly line: number }
  /** A citation; `part` is empty if it names no section. */
  | { readonly kind: 'source'; readonly id: string; readonly part: string; readonly line: number }

export type LessonOutline = { readonly outline: readonly OutlineEntry[]; readonly problems: readonly CourseProblem[] }

/**
 * Lists the contents of a lesson's text from top to bottom, with the headings' ids as rehype-slug gives them on the page.
 *
 * Text that is not MDX gives one problem with its position and an empty outline.
 */
export function readOutline(mdx: string, file: string): LessonOutline {
  try {
    return { outline: listEntries(mdx), problems: [] }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const { reason = error.message, line } = error as Error & { reason?: string; line?: number }
    const lineNumber = line ?? Number(/\((\d+):\d+/.exec(reason)?.[1] ?? 1) // only the message has the position of an unclosed tag
    return { outline: [], problems: [{ file, line: lineNumber, message: `this is not MDX: ${reason}` }] }
  }
}

/**
 * Lists the exercises that a lesson’s text has an `<Exercise>` for: their ids in the order of the text, each once.
 *
 * A text that is not MDX has no outline. Its tags are then read as they are written, so that one broken block doesn’t
 * take away the exercises.
 */
export function listExercises(outline: readonly OutlineEntry[], mdx: string): readonly string[] {
  const exercises =
    outline.length > 0
      ? outline.flatMap((entry) => (entry.kind === 'exercise' ? [entry.exercise] : []))
      : [...mdx.matchAll(/<Exercise\s+id="([^"]*)"/g)].map(([, id = '']) => id)
  return [...new Set(exercises)]
}

function listEntries(mdx: string): OutlineEntry[] {
  const slugger = new GithubSlugger()
  const entries: OutlineEntry[] = []
  visit(parseMdx(mdx), (node) => {
    const line = node.position?.start.line ?? 1
    if (node.type === 'heading') {
      const text = toText(node, { includeImageAlt: false })
      entries.push({ kind: 'heading', id: slugger.slug(text), depth: node.depth, text, line })
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const attribute = (name: string): string => {
        const entry = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name)
        return typeof entry?.value === 'string' ? entry.value : ''
      }
      entries.push(...toEntries(node.name, attribute, line))
    }
  })
  return entries
}

function toEntries(name: string | null, attribute: (name: string) => string, line: number): OutlineEntry[] {
  const title = attribute('title')
  switch (name) {
    case 'CodeMistake':
      return attribute('ids')
        .split(/\s+/)
        .filter((id) => id !== '')
        .map((id) => ({ kind: 'code-mistake', id, title, line }))
    case 'TryIt':
      return [{ kind: 'figure', title, line }]
    case 'ExerciseGroup':
      return [{ kind: 'exercise-group', title, line }]
    case 'FollowUps':
      return [{ kind: 'follow-ups', line }]
    case 'Exercise':
      return [{ kind: 'exercise', exercise: attribute('id'), line }]
    case 'FollowUp':
      return [{ kind: 'follow-up', question: attribute('question'), line }]
    case 'InlineCard':
      return [{ kind: 'card', id: attribute('id'), line }]
    case 'Source':
      return [{ kind: 'source', id: attribute('id'), part: attribute('part'), line }]
    case 'Cards':
      return [{ kind: 'cards', line }]
    default:
      return []
  }
}
