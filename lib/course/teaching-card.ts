import type { Card } from './card.ts'
import type { Course, Lesson } from './course.ts'

/**
 * The one card that teaches what a misconception of an exercise is about, by its id.
 *
 * It is the card whose paragraph explains the misconception. Where there is none: the lesson's trap, a “why” or another
 * card that leads to this exercise, in this order, then the lesson's trap, then its first card. The same misconception
 * always gives the same card.
 */
export function teachingCard(
  course: Pick<Course, 'listed' | 'drafts'>,
  exercise: string,
  misconception: string,
): string | undefined {
  const lesson = [...course.listed, ...course.drafts].find((it) => it.exercises.some(({ id }) => id === exercise))
  if (!lesson) return undefined
  const paragraph = explainedWith(lesson, misconception)
  const { cards } = lesson
  const byParagraph = (own: boolean): Card | undefined =>
    cards.find((it) => it.anchor !== undefined && paragraph.includes(it.anchor) && (!own || it.exercise === exercise))
  const leading = cards.filter((it) => it.exercise === exercise)
  const trap = (among: readonly Card[]): Card | undefined => among.find((it) => it.kind === 'trap')
  const why = leading.find((it) => it.kind === 'why')
  const found =
    cards.find((it) => it.anchor === misconception) ?? byParagraph(true) ?? byParagraph(false) ?? trap(leading) ?? why
  return (found ?? leading[0] ?? trap(cards) ?? cards[0])?.id
}

/** Misconceptions that the same paragraph explains: `<Explains id="a b">`. */
function explainedWith({ outline }: Lesson, misconception: string): string[] {
  const explains = outline.filter((it) => it.kind === 'explains')
  const lines = explains.filter((it) => it.id === misconception).map((it) => it.line)
  return explains.filter((it) => lines.includes(it.line)).map((it) => it.id)
}
