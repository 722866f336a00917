import { z } from 'zod'
import { type Card, CardSchema } from './card.ts'
import { type CourseProblem, lineOf } from './problem.ts'

/** A lesson's cards as its cards.ts exports them, or what is wrong with which card. */
export function readCards(
  exported: unknown,
  slug: string,
  text: string,
  file: string,
): { readonly cards: readonly Card[]; readonly problems: readonly CourseProblem[] } {
  if (!Array.isArray(exported))
    return {
      cards: [],
      problems: [{ file, line: 1, message: 'cards.ts exports its cards: export default defineCards([…])' }],
    }
  const cards: Card[] = []
  const problems: CourseProblem[] = []
  exported.forEach((it: unknown, index) => {
    const id = nameOf(it) ?? `card ${index + 1}`
    const problem = (message: string): CourseProblem => ({
      file,
      line: lineOf(text, `'${id}'`),
      message: `${id}: ${message}`,
    })
    const parsed = CardSchema.safeParse(it)
    if (!parsed.success)
      problems.push(...parsed.error.issues.map((issue) => problem(`${issue.path.join('.')}: ${issue.message}`)))
    else if (!id.startsWith(`${slug}/`)) problems.push(problem(`the id of a card of this lesson starts with ${slug}/`))
    else if (cards.some((card) => card.id === id)) problems.push(problem('two cards have this id'))
    else cards.push(parsed.data)
  })
  return { cards, problems }
}

const Named = z.object({ id: z.string() })
const nameOf = (it: unknown): string | undefined => Named.safeParse(it).data?.id
