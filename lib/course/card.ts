import { z } from 'zod'

const FollowUpSchema = z.object({
  /** One line. Markdown as in `modelAnswer`, without paragraphs and lists. */
  question: z.string().min(8),
  /** Short, as you would say it: 15–60 words. Markdown as in `modelAnswer`. */
  answer: z.string().min(8),
  /** The key point that brings up this question when it is missing. */
  whenMissing: z.string().optional(),
  get followUps() {
    return z.array(FollowUpSchema).optional()
  },
})
export type FollowUp = z.infer<typeof FollowUpSchema>

const KeyPointSchema = z.object({
  id: z.string(),
  point: z.string(),
  /** Ways to say it, each sufficient: patterns as in lib/matcher/pattern.ts. Without any, its own words count. */
  accepts: z.array(z.string().min(1)).optional(),
  /** Phrases that contradict it, anywhere in an answer. */
  rejects: z.array(z.string().min(1)).optional(),
})

/** A flashcard: a question as an interviewer says it, and what a good answer covers. */
export const CardSchema = z.object({
  /** `lesson/name`, unique in the course. */
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'a card’s id must be lesson/name, in lowercase letters and hyphens'),
  kind: z.enum(['interview', 'formula', 'why', 'number', 'trap', 'definition']),
  /** One line. Markdown as in `modelAnswer`, without paragraphs and lists. */
  question: z.string().min(8),
  /**
   * 60–120 words for an interview question, shorter for the others. Markdown as in the lesson: paragraphs, lists,
   * emphasis, `code`, $math$, links to lessons.
   */
  modelAnswer: z.string().min(8),
  keyPoints: z.array(KeyPointSchema).min(1),
  followUps: z.array(FollowUpSchema),
  /** The exercise to go back to. */
  exercise: z.string().optional(),
  /** The paragraph to go back to: an id of a heading or of a `<CodeMistake>`. */
  anchor: z.string().optional(),
  /** Misconceptions that bring up this card: ids of `<CodeMistake>`; each covers everything its paragraph explains. */
  teaches: z.array(z.string()).optional(),
})
export type Card = z.infer<typeof CardSchema>

/** Cards as an author writes them, in `cards.ts`. They are checked when the course is read. */
export const defineCards = (cards: readonly Card[]): readonly Card[] => cards
