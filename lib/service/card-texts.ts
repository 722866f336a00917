import type { CardText } from '#lib/contract/review.ts'
import { exerciseHref } from '#lib/course/anchors.ts'
import type { Card } from '#lib/course/card.ts'
import { renderCardHtml } from '#lib/course/card-html.ts'
import type { Course, Lesson } from '#lib/course/course.ts'

/** Texts of cards by id; leaves out ids that no card of a published lesson has. */
export function loadCardTexts(course: Course, ids: Iterable<string>): Record<string, CardText> {
  const cards = new Map(
    course.publishedLessons.flatMap((lesson) => lesson.cards.map((card) => [card.id, { card, lesson }])),
  )
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const entry = cards.get(id)
      return entry ? [[id, toCardText(course, entry.lesson, entry.card)]] : []
    }),
  )
}

/** Setting math takes a millisecond a formula: each card is set once. */
const set = new WeakMap<Card, CardText>()

function toCardText(course: Course, lesson: Lesson, card: Card): CardText {
  const cached = set.get(card)
  if (cached) return cached
  const exercise = course.publishedLessons.flatMap(({ exercises }) => exercises).find(({ id }) => id === card.exercise)
  const text: CardText = {
    kind: card.kind,
    question: renderCardHtml(card.question, { isLine: true }),
    answer: renderCardHtml(card.modelAnswer),
    keyPoints: card.keyPoints.map(({ id, point }) => ({ id, point: renderCardHtml(point, { isLine: true }) })),
    paragraph: getParagraphHref(lesson, card),
    ...(exercise && { exercise: { name: exercise.name, href: exerciseHref(exercise.lesson, exercise.id) } }),
  }
  set.set(card, text)
  return text
}

function getParagraphHref({ slug, outline }: Lesson, { anchor }: Card): string {
  if (anchor === undefined) return `/lessons/${slug}`
  const explained = outline.some((entry) => entry.kind === 'code-mistake' && entry.id === anchor)
  return `/lessons/${slug}#${explained ? `mistake-${anchor}` : anchor}`
}
