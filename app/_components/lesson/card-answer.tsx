import type { Card } from '#lib/course/card.ts'
import { cardHtml } from '#lib/course/card-html.ts'
import { CardLine, CardProse } from '../ui/card-html.tsx'
import { CardRating } from './card-rating.tsx'

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
