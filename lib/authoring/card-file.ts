import path from 'node:path'
import type { Card } from '#lib/course/card.ts'
import type { CourseProblem } from '#lib/course/problem.ts'
import { readCards } from '#lib/course/read-cards.ts'
import type { CourseFiles } from './course-files.ts'
import type { Finding } from './finding.ts'
import type { LessonFiles } from './lesson-files.ts'

export interface CardFile {
  /** Those that are well formed. */
  readonly cards: readonly Card[]
  /** All, as cards.ts exports them; undefined where it does not. */
  readonly exported: readonly unknown[] | undefined
  readonly findings: readonly Finding[]
}

/** A lesson’s cards, as far as they are well formed, and as they were written; what is wrong with the others. */
export function cardFile(
  { slug, cards: text }: LessonFiles,
  { root, module }: CourseFiles,
  problem: (it: CourseProblem) => Finding,
): CardFile {
  const file = `content/lessons/${slug}/cards.ts`
  if (text === undefined) {
    const missing = {
      file,
      line: 1,
      rule: 'missing-file',
      message: 'the lesson has no cards.ts',
      mend: 'Write it: export default defineCards([…]), with at least five cards.',
    }
    return { cards: [], exported: undefined, findings: [problem(missing)] }
  }
  const loaded = module(`lessons/${slug}/cards.ts`)
  if (!loaded || 'error' in loaded) {
    const mend = 'Mend it: the lesson shows no cards until it loads.'
    const broken = {
      file: path.relative(root, loaded?.file ?? file),
      ...loaded?.place,
      line: loaded?.place.line ?? 1,
      rule: 'does-not-load',
      message: `it does not load: ${loaded?.error}`,
      mend,
    }
    return { cards: [], exported: undefined, findings: [problem(broken)] }
  }
  const exported = loaded.exports.default
  const { cards, problems } = readCards(exported, slug, text, file)
  return {
    cards,
    exported: Array.isArray(exported) ? (exported as readonly unknown[]) : undefined,
    findings: problems.map(problem),
  }
}
