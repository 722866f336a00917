import type { Card } from '#lib/course/card.ts'
import type { Frontmatter } from '#lib/course/frontmatter.ts'
import type { OutlineEntry } from '#lib/course/lesson-outline.ts'
import type { Root } from '#lib/course/mdx.ts'
import type { TextPosition } from '#lib/course/problem.ts'
import type { Finding } from './finding.ts'

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
  readonly around: CourseContext
}

/** What a lesson may name that is not its own. */
export interface CourseContext {
  /** Lessons of the course, drafts included. */
  readonly lessons: readonly string[]
  /** The lesson of an exercise, by its id. */
  readonly exercises: ReadonlyMap<string, string>
  /** Ids of content/sources.ts; undefined where that does not load. */
  readonly sources: readonly string[] | undefined
  /** What stands in another lesson's text. */
  readonly outlineOf: (slug: string) => readonly OutlineEntry[]
}

/** What a check has to say of a file that it was given: a finding without its lesson and file. */
export type Remark = Omit<Finding, 'lesson' | 'file'>

/** A remark that must be mended. */
export const error = (place: TextPosition, rule: string, what: string, mend: string): Remark => ({
  line: place.line,
  column: place.column,
  level: 'error',
  rule,
  what,
  mend,
})

/** A remark that the author may weigh. */
export const advice = (place: TextPosition, rule: string, what: string, mend: string): Remark => ({
  ...error(place, rule, what, mend),
  level: 'advice',
})

/** Where a node of the tree begins. */
export const getStart = (node: { readonly position?: { readonly start: TextPosition } | undefined }): TextPosition =>
  node.position?.start ?? { line: 1, column: 1 }

/** “did you mean …?” with the nearest name, as the end of a mend; what there is, where nothing is near. */
export function orNearest(near: string | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `Did you mean “${near}”?`
}
