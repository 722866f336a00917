import type { Ref } from 'react'
import type { ReviewLesson } from '#lib/contract/review.ts'
import type { DeckItem } from '#lib/review/deck.ts'
import { Button } from '../../_components/ui/button.tsx'
import { capital, counted } from '../../_components/ui/spell-number.ts'
import { describeOrigin } from './describe-item.ts'
import styles from './flashcard.module.css'

interface DrillCardProps {
  readonly item: DeckItem
  readonly lesson: ReviewLesson | undefined
  readonly questionRef: Ref<HTMLHeadingElement>
}

/** A drill: an exercise that was passed is built again from a blank file, against the clock, as interviews ask it. */
export function DrillCard({ item, lesson, questionRef }: DrillCardProps) {
  const minutes = Math.round((item.limit ?? 0) / 60_000)
  return (
    <article className={styles.flashcard} aria-label="Drill">
      <p className={styles.from}>{describeOrigin(lesson, 'drill')}</p>
      <h1 ref={questionRef} tabIndex={-1}>
        Build <code translate="no">{item.name ?? item.exercise}</code> from a blank file
      </h1>
      <div className="prose">
        <p>
          {capital(counted(minutes, 'minute'))}, no hints. Your rating depends on whether your code passes, how many
          runs you need, and your time.
        </p>
      </div>
      <p className={styles.links}>
        <Button variant="primary" href={drillHref(item)}>
          Start the clock
        </Button>
      </p>
    </article>
  )
}

/** A round is named by the review before it: an interrupted one goes on, the next one starts blank. */
export const drillHref = ({ exercise, memory }: DeckItem): string =>
  `/review/drill/${exercise}?round=${memory.lastReview ?? 0}`
