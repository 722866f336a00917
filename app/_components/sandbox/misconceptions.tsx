import type { Verdict } from '#lib/grading/verdict.ts'
import { InlineText } from './inline-text.tsx'

interface MisconceptionsProps {
  readonly verdict: Verdict
  readonly explains: readonly { readonly id: string; readonly title: string }[]
}

/** What a colleague would say: the misunderstandings that were recognised, each with its paragraph, else the difference. */
export function Misconceptions({ verdict, explains }: MisconceptionsProps) {
  const { misconceptions, difference, headline } = verdict
  if (misconceptions.length === 0)
    return difference ? (
      <p className="misconception">
        <InlineText text={difference} />
      </p>
    ) : null
  return misconceptions.map(({ id, headline: own, say }, i) => {
    const paragraph = explains.find((one) => one.id === id)
    return (
      <p className="misconception" key={id}>
        {i > 0 && own !== headline && <strong>{own}. </strong>}
        <InlineText text={say} />{' '}
        {paragraph && (
          <a href={`#explains-${id}`}>
            <InlineText text={paragraph.title} />
          </a>
        )}
      </p>
    )
  })
}
