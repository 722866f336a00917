import { z } from 'zod'
import { type Card, CardSchema } from './card.ts'
import { describeIssue } from './describe-issue.ts'
import { findLiteralPosition } from './find-literal-position.ts'
import type { CourseProblem } from './problem.ts'

/** A lesson's cards as its cards.ts exports them, or what is wrong with which card. */
export function readCards(
  exported: unknown,
  slug: string,
  text: string,
  file: string,
): { readonly cards: readonly Card[]; readonly problems: readonly CourseProblem[] } {
  const problem = (path: readonly PropertyKey[], message: string, fix: string): CourseProblem => ({
    file,
    ...findLiteralPosition(text, path),
    rule: 'card',
    message,
    fix,
  })
  if (!Array.isArray(exported))
    return {
      cards: [],
      problems: [problem([], 'cards.ts does not export a list of cards', 'Write export default defineCards([…]).')],
    }
  const cards: Card[] = []
  const problems: CourseProblem[] = []
  exported.forEach((exportedCard: unknown, index) => {
    const id = getName(exportedCard) ?? `card ${index + 1}`
    const parsed = CardSchema.safeParse(exportedCard)
    if (!parsed.success)
      problems.push(
        ...parsed.error.issues.map((issue) =>
          problem([index, ...issue.path], `${id}: ${describeIssue(issue, FIELDS)}`, suggestFix(issue)),
        ),
      )
    else if (!id.startsWith(`${slug}/`))
      problems.push(
        problem(
          [index, 'id'],
          `${id}: the id of a card of this lesson must start with ${slug}/`,
          `Call it ${slug}/… .`,
        ),
      )
    else if (cards.some((card) => card.id === id))
      problems.push(problem([index, 'id'], `${id}: two cards have this id`, 'Rename one of them.'))
    else cards.push(parsed.data)
  })
  return { cards, problems }
}

const Named = z.object({ id: z.string() })
const getName = (value: unknown): string | undefined => Named.safeParse(value).data?.id

const FIELDS = Object.keys(CardSchema.shape)

function suggestFix(issue: z.core.$ZodIssue): string {
  if (issue.path.at(-1) === 'id') return 'A card’s id is the lesson’s name, a slash, and a name: my-lesson/why.'
  if (issue.path[0] === 'keyPoints')
    return "A key point is { id: 'no-future', point: 'One sentence.' }; a card has at least one."
  return `A card has the fields ${FIELDS.join(', ')}: see lib/course/card.ts.`
}
