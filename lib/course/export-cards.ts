import type { ExportCard } from '#lib/review/export/export-card.ts'
import type { Memory } from '#lib/review/memory.ts'
import { cardLine, cardText } from './card-text.ts'
import type { Course } from './course.ts'

/**
 * All cards of the course in its order, those of unfinished lessons last.
 *
 * @param memoryOf  what is known of a learner and a card; without it, nothing is
 */
export const exportCards = (
  { listed, drafts }: Course,
  memoryOf: (id: string) => Memory | undefined = () => undefined,
): readonly ExportCard[] =>
  [...listed, ...drafts].flatMap(({ slug, cards }) =>
    cards.map(({ id, kind, question, modelAnswer, keyPoints }): ExportCard => {
      const memory = memoryOf(id)
      return {
        id,
        lesson: slug,
        kind,
        question: cardLine(question),
        answer: cardText(modelAnswer),
        keyPoints: keyPoints.map(({ point }) => cardLine(point)),
        ...(memory && { memory }),
      }
    }),
  )
