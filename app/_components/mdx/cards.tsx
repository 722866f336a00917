import type { Card } from '#lib/course/card.ts'
import { renderCardHtml } from '#lib/course/card-html.ts'
import { Button, getButtonClass } from '../ui/button.tsx'
import { CardLine, CardProse } from '../ui/card-html.tsx'
import { Label } from '../ui/label.tsx'
import pointsStyles from '../ui/points.module.css'
import { Triangle } from '../ui/triangle.tsx'
import cardStyles from './card.module.css'
import { CardDue } from './card-due.tsx'
import { CardRating } from './card-rating.tsx'
import lessonStyles from './lesson.module.css'

const linkClass = getButtonClass('link')

interface InlineCardProps {
  readonly card: Card
  /** Its position among the lesson's cards, from 1. */
  readonly number: number
  readonly count: number
}

/** A card between paragraphs, right where its answer was explained. Works without JavaScript. */
export function InlineCard({ card, number, count }: InlineCardProps) {
  return (
    <section className={cardStyles.card} aria-label={`Card ${number}`}>
      <Triangle />
      <p className={cardStyles.question}>
        <CardLine html={renderCardHtml(card.question, { isLine: true })} />
      </p>
      <details>
        <summary className="cluster no-marker">
          <span className={getButtonClass(undefined, cardStyles.ask)}>Show the answer</span>
          <span className={`faint ${cardStyles.hint}`}>
            Say it first. Card {number} of {count}.
          </span>
        </summary>
        <CardAnswer card={card} />
      </details>
    </section>
  )
}

/** The other side of a card: the model answer and its key points. */
export function CardAnswer({ card }: { readonly card: Card }) {
  return (
    <div className={cardStyles.answer} data-card-answer="">
      <CardProse html={renderCardHtml(card.modelAnswer)} />
      <Label className={cardStyles.label}>Key points</Label>
      <ul className={`ruled ${pointsStyles.points} ${cardStyles.points}`}>
        {card.keyPoints.map(({ id, point }) => (
          <li key={id}>
            <CardLine html={renderCardHtml(point, { isLine: true })} />
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
    <section>
      <h2 className={lessonStyles.stepHead} id="cards">
        Cards
      </h2>
      <ol className={`ruled ${cardStyles.list}`}>
        {cards.map((card) => (
          <li key={card.id}>
            <details>
              <summary className="no-marker">
                <CardLine html={renderCardHtml(card.question, { isLine: true })} />
                <span className={cardStyles.side}>
                  <span className={`hit ${linkClass} ${cardStyles.hint}`}>Show the answer</span>
                  <CardDue card={card.id} className="quiet" />
                </span>
              </summary>
              <CardAnswer card={card} />
            </details>
          </li>
        ))}
      </ol>
      <p className={cardStyles.learn}>
        <Button href={`/review?learn=${lesson}`}>Learn these cards</Button>
      </p>
    </section>
  )
}
