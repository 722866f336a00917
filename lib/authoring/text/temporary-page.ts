import { readOutline } from '#lib/course/lesson-outline.ts'
import { parseMdx } from '#lib/course/mdx.ts'
import type { LessonContext } from '../lesson-context.ts'

/** A page with this text and nothing around it: for tests. */
export const temporaryPage = (mdx: string): LessonContext => ({
  slug: 'test',
  root: '/',
  mdx,
  tree: parseMdx(mdx),
  frontmatter: undefined,
  outline: readOutline(mdx, '').outline,
  cards: [],
  cardIds: [],
  exerciseIds: [],
  exercises: [],
  course: { lessons: [], exercises: new Map(), sources: [], getOutline: () => [] },
})
