import 'server-only'
import { course as definition } from '#content/course.ts'
import type { Course, Lesson } from '#lib/course/course.ts'
import { kindOfCard } from '#lib/interview/kind.ts'
import type { Material } from '#lib/interview/plan-interview.ts'

/** Lessons that have cards, those that are still written among them, in the order of the course. */
export function lessonsWithCards({ listed, drafts }: Pick<Course, 'listed' | 'drafts'>): Lesson[] {
  const order = definition.parts.flatMap((part) => part.lessons)
  const place = ({ slug }: Lesson) => (order.includes(slug) ? order.indexOf(slug) : order.length)
  return [...listed, ...drafts].filter(({ cards }) => cards.length > 0).sort((a, b) => place(a) - place(b))
}

/** What an interview can ask: every card of the course, and the exercises of lessons that are finished. */
export function courseMaterial(course: Pick<Course, 'listed' | 'drafts'>): Material {
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
    exercises: course.listed.flatMap(({ slug, frontmatter, exercises }) =>
      exercises.map(({ id, name }) => ({ exercise: id, lesson: slug, topic: frontmatter.title, name })),
    ),
  }
}
