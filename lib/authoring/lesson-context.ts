import type { Card } from '#lib/course/card.ts'
import type { Frontmatter } from '#lib/course/frontmatter.ts'
import type { OutlineEntry } from '#lib/course/lesson-outline.ts'
import type { Root } from '#lib/course/mdx.ts'
import type { TextPosition } from '#lib/course/problem.ts'
import type { Diagnostic } from './finding.ts'

/** A lesson as the checks see it: its text as a tree, and what is around it. */
export interface LessonContext {
  readonly slug: string
  /** The project's folder. */
  readonly root: string
  readonly mdx: string
  readonly tree: Root
  readonly frontmatter: Frontmatter | undefined
  readonly outline: readonly OutlineEntry[]
  readonly cards: readonly Card[]
  /** Ids of its cards, broken ones included; undefined where cards.ts does not load. */
  readonly cardIds: readonly string[] | undefined
  /** The lesson's exercises: the names of their folders. */
  readonly exerciseIds: readonly string[]
  /** Those that load, with the ids of their misconceptions. */
  readonly exercises: readonly { readonly id: string; readonly misconceptions: readonly string[] }[]
  readonly course: CourseContext
}

/** What a lesson may name that is not its own. */
export interface CourseContext {
  /** Lessons of the course, drafts included. */
  readonly lessons: readonly string[]
  /** The lesson of an exercise, by its id. */
  readonly exercises: ReadonlyMap<string, string>
  /** Ids of content/sources.ts; undefined where that does not load. */
  readonly sources: readonly string[] | undefined
  /** What is in another lesson's text. */
  readonly getOutline: (slug: string) => readonly OutlineEntry[]
}

/** A diagnostic without its lesson and file, as the check of one file gives it. */
export type FileDiagnostic = Omit<Diagnostic, 'lesson' | 'file'>

/** A diagnostic that the author must fix. */
export const errorAt = (position: TextPosition, rule: string, message: string, fix: string): FileDiagnostic => ({
  line: position.line,
  column: position.column,
  level: 'error',
  rule,
  message,
  fix,
})

/** A diagnostic for the author to judge. */
export const warningAt = (position: TextPosition, rule: string, message: string, fix: string): FileDiagnostic => ({
  ...errorAt(position, rule, message, fix),
  level: 'warning',
})

/** Where a node of the tree begins. */
export const getStart = (node: { readonly position?: { readonly start: TextPosition } | undefined }): TextPosition =>
  node.position?.start ?? { line: 1, column: 1 }

/** “did you mean …?” with the nearest name, as the end of a fix; `otherwise` if no name is near. */
export function suggestNearest(near: string | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `Did you mean “${near}”?`
}
