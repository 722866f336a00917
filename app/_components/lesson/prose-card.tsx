import type { Card } from '#lib/course/card.ts'
import { cardHtml } from '#lib/course/card-html.ts'
import { CardLine } from '../ui/card-html.tsx'
import { Triangle } from '../ui/triangle.tsx'
import { CardAnswer } from './card-answer.tsx'

interface ProseCardProps {
  readonly card: Card
  /** Its place among the lesson's cards, counted from 1. */
  readonly number: number
  readonly of: number
}

/** A card among the paragraphs: asked where it was just explained, answered in place. Works without a script. */
export function ProseCard({ card, number, of }: ProseCardProps) {
  return (
    <section className="prose-card" aria-label={`Card ${number}`}>
      <Triangle />
      <p className="q">
        <CardLine html={cardHtml(card.question, { isLine: true })} />
      </p>
      <details>
        <summary>
          <span className="button">Show the answer</span>
          <span className="faint say-first">
            Say it first. Card {number} of {of}.
          </span>
        </summary>
        <CardAnswer card={card} />
      </details>
    </section>
  )
}
