import 'server-only'
import type { Course, Lesson } from '#lib/course/course.ts'
import { getInterviewKind } from '#lib/interview/kind.ts'
import type { Material } from '#lib/interview/plan-interview.ts'

/** The published lessons that have cards, in the order of the course. */
export const lessonsWithCards = ({ publishedLessons }: Pick<Course, 'publishedLessons'>): Lesson[] =>
  publishedLessons.filter(({ cards }) => cards.length > 0)

/** What an interview can ask: the cards and the exercises of the published lessons. */
export function getCourseMaterial(course: Pick<Course, 'publishedLessons'>): Material {
  return {
    questions: lessonsWithCards(course).flatMap(({ slug, frontmatter, cards }) =>
      cards.map((card) => ({
        card: card.id,
        lesson: slug,
        topic: frontmatter.title,
        kind: getInterviewKind(card),
        question: card.question,
        modelAnswer: card.modelAnswer,
        keyPoints: card.keyPoints,
        followUps: card.followUps,
        isInterviewCard: card.kind === 'interview',
      })),
    ),
    exercises: course.publishedLessons.flatMap(({ slug, frontmatter, exercises }) =>
      exercises.map(({ id, name }) => ({ exercise: id, lesson: slug, topic: frontmatter.title, name })),
    ),
  }
}
