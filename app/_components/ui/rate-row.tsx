import type { DeckItem } from '#lib/review/deck.ts'
import { RATINGS, type Rating } from '#lib/review/memory-state.ts'
import { previewRatings } from '#lib/review/schedule.ts'
import { Button } from './button.tsx'
import { formatInterval } from './format-interval.ts'
import styles from './rate-row.module.css'

const NAMES: Readonly<Record<Rating, string>> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' }
export const ratingName = (rating: Rating): string => NAMES[rating]

interface RateRowProps {
  readonly item: DeckItem
  readonly retention: number
  readonly now: number
  /** The rating that an answer has earned, where it was judged. */
  readonly suggested?: Rating
  readonly onRate: (rating: Rating) => void
}

/** Four ratings, each with the interval until the item is asked again. */
export function RateRow({ item, retention, now, suggested = 3, onRate }: RateRowProps) {
  const next = previewRatings(item.kind, item.memory, now, retention)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
    <div className={styles.row} role="group" aria-label="How well did you know it?">
      {RATINGS.map((rating) => (
        <Button
          key={rating}
          variant={rating === suggested ? 'primary' : undefined}
          className={rating === suggested ? styles.suggested : undefined}
          aria-keyshortcuts={`${rating}`}
          onClick={() => onRate(rating)}
        >
          {NAMES[rating]} <span>{formatInterval(next[rating], now)}</span>
          <kbd>{rating}</kbd>
        </Button>
      ))}
    </div>
  )
}
