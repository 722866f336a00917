import type { Card } from '#lib/course/card.ts'
import { cardHtml } from '#lib/course/card-html.ts'
import { CardLine } from '../ui/card-html.tsx'
import { capital, counted } from '../ui/number-words.ts'
import { CardAnswer } from './card-answer.tsx'

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
