import type { MemoryState } from '#lib/review/memory-state.ts'
import type { Course } from '../course.ts'

/** A card as it leaves the course. Its texts are Markdown, as its author wrote them. */
export interface ExportCard {
  /** `lesson/name` */
  readonly id: string
  /** Slug of its lesson. */
  readonly lesson: string
  readonly kind: string
  readonly question: string
  readonly answer: string
  readonly keyPoints: readonly string[]
  /** What is known of this learner and it; absent where it was never reviewed. */
  readonly memory?: MemoryState
}

/**
 * The cards of all published lessons, in the order of the course.
 *
 * @param findMemory  what is known of a learner and a card; without it, nothing is
 */
export const exportCards = (
  { publishedLessons }: Pick<Course, 'publishedLessons'>,
  findMemory: (id: string) => MemoryState | undefined = () => undefined,
): readonly ExportCard[] =>
  publishedLessons.flatMap(({ slug, cards }) =>
    cards.map(({ id, kind, question, modelAnswer, keyPoints }): ExportCard => {
      const memory = findMemory(id)
      return {
        id,
        lesson: slug,
        kind,
        question,
        answer: modelAnswer,
        keyPoints: keyPoints.map(({ point }) => point),
        ...(memory && { memory }),
      }
    }),
  )
