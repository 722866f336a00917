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
  /** This learner’s state of the card; absent if it was never reviewed. */
  readonly memory?: MemoryState
}

/**
 * The cards of all published lessons, in the order of the course.
 *
 * @param findMemory  finds a learner’s state of a card; without it, cards have none
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
