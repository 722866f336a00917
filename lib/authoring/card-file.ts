import path from 'node:path'
import type { Card } from '#lib/course/card.ts'
import type { CourseProblem } from '#lib/course/problem.ts'
import { readCards } from '#lib/course/read-cards.ts'
import type { CourseFiles } from './course-files.ts'
import type { Diagnostic } from './finding.ts'
import type { LessonFiles } from './lesson-files.ts'
import type { Loaded } from './load-modules.ts'

export interface CardFile {
  /** Those that are well formed. */
  readonly cards: readonly Card[]
  /** All, as cards.ts exports them; undefined where it does not. */
  readonly exported: readonly unknown[] | undefined
  readonly findings: readonly Diagnostic[]
}

/** A lesson’s cards, as far as they are well formed, and as they were written; what is wrong with the others. */
export function checkCardFile(
  { slug, cards: text }: LessonFiles,
  { root, module }: CourseFiles,
  problem: (courseProblem: CourseProblem) => Diagnostic,
): CardFile {
  const file = `content/lessons/${slug}/cards.ts`
  if (text === undefined) {
    const missing = {
      file,
      line: 1,
      rule: 'missing-file',
      message: 'the lesson has no cards.ts',
      fix: 'Write it: export default defineCards([…]), with at least five cards.',
    }
    return { cards: [], exported: undefined, findings: [problem(missing)] }
  }
  const loaded = module(`lessons/${slug}/cards.ts`)
  if (!loaded || 'error' in loaded)
    return { cards: [], exported: undefined, findings: loaded ? [problem(notLoaded(loaded, root))] : [] }
  const exported = loaded.exports.default
  const { cards, problems } = readCards(exported, slug, text, file)
  return {
    cards,
    exported: Array.isArray(exported) ? (exported as readonly unknown[]) : undefined,
    findings: problems.map(problem),
  }
}

/** What is wrong with a lesson’s number questions; each is generated once. */
export function findNumberProblems(
  { slug, numbers }: LessonFiles,
  { root, module }: CourseFiles,
  problem: (courseProblem: CourseProblem) => Diagnostic,
): readonly Diagnostic[] {
  const loaded = numbers ? module(`lessons/${slug}/numbers.ts`) : undefined
  if (!loaded) return []
  if ('error' in loaded) return [problem(notLoaded(loaded, root))]
  return ((loaded.exports.problems ?? []) as readonly CourseProblem[]).map((courseProblem) =>
    problem({ rule: 'number-question', ...courseProblem }),
  )
}

const notLoaded = (
  { error, file, position }: Extract<Loaded, { readonly error: string }>,
  root: string,
): CourseProblem => ({
  file: path.relative(root, file),
  ...position,
  rule: 'does-not-load',
  message: `it does not load: ${error}`,
  fix: 'Fix it: until it loads, the lesson has no cards.',
})
