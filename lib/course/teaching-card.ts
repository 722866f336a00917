import type { Card } from './card.ts'
import type { Course, Lesson } from './course.ts'

/**
 * The one card that teaches what a misconception of an exercise is about, by its id.
 *
 * It is the card that says so (`teaches`), else the one that leads back to the paragraph which explains the
 * misconception, else a card of another lesson that says so. Where there is none: the formula, the interview's question
 * or any card that leads to this exercise, in this order, since they hold the whole of it; then the lesson's first card.
 * The same misconception always gives the same card.
 */
export function teachingCard(
  course: Pick<Course, 'listed' | 'drafts'>,
  exercise: string,
  misconception: string,
): string | undefined {
  const lessons = [...course.listed, ...course.drafts]
  const lesson = lessons.find((it) => it.exercises.some(({ id }) => id === exercise))
  if (!lesson) return undefined
  const { cards } = lesson
  const paragraph = explainedWith(lesson, misconception)
  const leading = cards.filter((it) => it.exercise === exercise)
  const first = (among: readonly Card[], is: (it: Card) => boolean): Card | undefined => among.find(is)
  const teaches = (it: Card): boolean => it.teaches?.some((id) => paragraph.includes(id)) ?? false
  const returns = (it: Card): boolean => it.anchor !== undefined && paragraph.includes(it.anchor)
  const found =
    first(cards, (it) => it.teaches?.includes(misconception) ?? false) ??
    first(cards, teaches) ??
    first(cards, (it) => it.anchor === misconception) ??
    first(leading, returns) ??
    first(cards, returns) ??
    first(
      lessons.flatMap((it) => it.cards),
      teaches,
    ) ??
    first(leading, (it) => it.kind === 'formula') ??
    first(leading, (it) => it.kind === 'interview')
  return (found ?? leading[0] ?? cards[0])?.id
}

/** A misconception and those that the same paragraph explains: `<Explains id="a b">`. */
function explainedWith({ outline }: Lesson, misconception: string): string[] {
  const explains = outline.filter((it) => it.kind === 'explains')
  const lines = explains.filter((it) => it.id === misconception).map((it) => it.line)
  return [misconception, ...explains.filter((it) => lines.includes(it.line)).map((it) => it.id)]
}
