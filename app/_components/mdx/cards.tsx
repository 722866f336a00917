import type { Card } from '#lib/course/card.ts'
import { cardHtml } from '#lib/course/card-html.ts'
import { CardLine, CardProse } from '../ui/card-html.tsx'
import { capital, counted } from '../ui/number-words.ts'
import { Triangle } from '../ui/triangle.tsx'
import { CardRating } from './card-rating.tsx'

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

/** The other side of a card: what one says, and the points that it must hold. */
export function CardAnswer({ card }: { readonly card: Card }) {
  return (
    <div className="card-answer">
      <CardProse html={cardHtml(card.modelAnswer)} />
      <p className="label points-label">A good answer holds</p>
      <ul className="points">
        {card.keyPoints.map((it) => (
          <li key={it.id}>
            <CardLine html={cardHtml(it.point, { isLine: true })} />
          </li>
        ))}
      </ul>
      <CardRating card={card.id} />
    </div>
  )
}

interface CardListProps {
  /** Its slug. */
  readonly lesson: string
  readonly cards: readonly Card[]
}

/** All cards of a lesson: the question, and the answer on request. */
export function CardList({ lesson, cards }: CardListProps) {
  return (
    <section className="cards">
      <h2 className="step-head" id="cards">
        {capital(counted(cards.length, 'card'))} to keep
      </h2>
      <ol className="card-list">
        {cards.map((card) => (
          <li key={card.id}>
            <details>
              <summary>
                <CardLine html={cardHtml(card.question, { isLine: true })} />
                <span className="show">Show the answer</span>
              </summary>
              <CardAnswer card={card} />
            </details>
          </li>
        ))}
      </ol>
      <p className="mt-5">
        <a className="button" href={`/review?learn=${lesson}`}>
          Learn these cards
        </a>
      </p>
    </section>
  )
}
