import 'server-only'
import type { Course, Lesson } from '#lib/course/course.ts'
import { kindOfCard } from '#lib/interview/kind.ts'
import type { Material } from '#lib/interview/plan-interview.ts'

/** Lessons that have cards, those that are still written among them, in the order of the course. */
export const lessonsWithCards = ({ lessons }: Pick<Course, 'lessons'>): Lesson[] =>
  lessons.filter(({ cards }) => cards.length > 0)

/** What an interview can ask: every card of the course, and the exercises of lessons that are finished. */
export function courseMaterial(course: Pick<Course, 'publishedLessons' | 'lessons'>): Material {
  return {
    questions: lessonsWithCards(course).flatMap(({ slug, frontmatter, cards }) =>
      cards.map((card) => ({
        card: card.id,
        lesson: slug,
        topic: frontmatter.title,
        kind: kindOfCard(card),
        question: card.question,
        modelAnswer: card.modelAnswer,
        keyPoints: card.keyPoints,
        followUps: card.followUps,
        asked: card.kind === 'interview',
      })),
    ),
    exercises: course.publishedLessons.flatMap(({ slug, frontmatter, exercises }) =>
      exercises.map(({ id, name }) => ({ exercise: id, lesson: slug, topic: frontmatter.title, name })),
    ),
  }
}
