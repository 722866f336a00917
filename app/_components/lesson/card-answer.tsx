import type { Card } from '#lib/course/card.ts'
import { CardRating } from './card-rating.tsx'
import { RichBlocks, RichText } from './rich-text.tsx'

/** The other side of a card: what one says, and the points that it must hold. */
export function CardAnswer({ card }: { readonly card: Card }) {
  return (
    <div className="card-answer">
      <div className="prose">
        <RichBlocks text={card.modelAnswer} />
      </div>
      <p className="label points-label">A good answer holds</p>
      <ul className="points">
        {card.keyPoints.map((it) => (
          <li key={it.id}>
            <span>
              <RichText text={it.point} />
            </span>
          </li>
        ))}
      </ul>
      <CardRating card={card.id} />
    </div>
  )
}
