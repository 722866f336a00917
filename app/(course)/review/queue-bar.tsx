import type { DayReview } from '#lib/review/deck.ts'
import type { Queue } from '#lib/review/queue.ts'
import styles from './queue-bar.module.css'

interface QueueBarProps {
  /** The reviews of this sitting. */
  readonly done: readonly DayReview[]
  readonly queue: Queue
  /** Whether an item is asked now. */
  readonly asking: boolean
}

/** More squares than this say nothing that the count does not say better. */
const MAX_SQUARES = 60

/** One square an item: solid known, hatched again, ring now, outline to come; and about how long it takes. */
export function QueueBar({ done, queue, asking }: QueueBarProps) {
  const remaining = queue.dueNow.length + queue.learningLater.length
  const all = done.length + remaining
  const minutes = Math.ceil(queue.minutes)
  return (
    <div className={`cluster quiet small ${styles.queue}`} data-queue="">
      <span className="num">
        <b>{`${Math.min(done.length + (asking ? 1 : 0), all)} of ${all}`}</b>
      </span>
      {all <= MAX_SQUARES && (
        <span className={styles.squares} aria-hidden="true">
          {done.map(({ id, rating }) => (
            <i key={id} className={rating === 1 ? styles.again : styles.known} />
          ))}
          {Array.from({ length: remaining }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: squares to come are alike
            <i key={i} className={i === 0 && asking ? styles.now : ''} />
          ))}
        </span>
      )}
      <span>{remaining > 0 ? `about ${minutes} min left` : 'done'}</span>
    </div>
  )
}
