import type { Card } from './card.ts'
import type { Course, Lesson } from './course.ts'

/**
 * The one card of a published lesson that teaches what a misconception of an exercise is about, by its id.
 *
 * It is the card that says so (`teaches`), else the one that leads back to the paragraph which explains the
 * misconception, else a card of another lesson that says so. Where there is none: the formula, the interview's question
 * or any card that leads to this exercise, in this order, since they hold the whole of it; then the lesson's first card.
 * The same misconception always gives the same card.
 */
export function teachingCard(
  course: Pick<Course, 'publishedLessons' | 'draftLessons'>,
  exercise: string,
  misconception: string,
): string | undefined {
  const isItsLesson = ({ exercises }: Lesson): boolean => exercises.some(({ id }) => id === exercise)
  const published = course.publishedLessons.find(isItsLesson)
  const lesson = published ?? course.draftLessons.find(isItsLesson)
  if (!lesson) return undefined
  const cards = published?.cards ?? []
  const paragraph = listExplainedWith(lesson, misconception)
  const leading = cards.filter((card) => card.exercise === exercise)
  const first = (among: readonly Card[], is: (card: Card) => boolean): Card | undefined => among.find(is)
  const teaches = (card: Card): boolean => card.teaches?.some((id) => paragraph.includes(id)) ?? false
  const returns = (card: Card): boolean => card.anchor !== undefined && paragraph.includes(card.anchor)
  const card =
    first(cards, (card) => card.teaches?.includes(misconception) ?? false) ??
    first(cards, teaches) ??
    first(cards, ({ anchor }) => anchor === misconception) ??
    first(leading, returns) ??
    first(cards, returns) ??
    first(
      course.publishedLessons.flatMap((one) => one.cards),
      teaches,
    ) ??
    first(leading, ({ kind }) => kind === 'formula') ??
    first(leading, ({ kind }) => kind === 'interview')
  return (card ?? leading[0] ?? cards[0])?.id
}

/** A misconception and those that the same paragraph explains: `<CodeMistake ids="a b">`. */
function listExplainedWith({ outline }: Lesson, misconception: string): string[] {
  const explains = outline.filter((entry) => entry.kind === 'code-mistake')
  const lines = explains.filter(({ id }) => id === misconception).map(({ line }) => line)
  return [misconception, ...explains.filter(({ line }) => lines.includes(line)).map(({ id }) => id)]
}
