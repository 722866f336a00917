import { Undo2 } from 'lucide'
import type { DeckItem } from '#lib/review/deck.ts'
import type { Rating } from '#lib/review/memory-state.ts'
import { Button } from '../../_components/ui/button.tsx'
import { Icon } from '../../_components/ui/icon.tsx'
import { RateRow } from '../../_components/ui/rate-row.tsx'
import styles from './rate-bar.module.css'
import type { Session } from './session.ts'
import type { ReviewActions } from './use-review-actions.ts'

interface RateBarProps {
  readonly session: Session
  readonly item: DeckItem
  readonly suggested: Rating
  readonly actions: ReviewActions
  readonly onShow: () => void
}

/** What one does about a question, at the foot of the screen: show its answer, rate it, take back, put away. */
export function RateBar({ session, item, suggested, actions, onShow }: RateBarProps) {
  const { isAnswerVisible, since, deck } = session
  return (
    <div className={styles.bar}>
      {item.kind !== 'drill' &&
        (isAnswerVisible ? (
          <RateRow
            item={item}
            retention={deck.plan.retention}
            now={since}
            suggested={suggested}
            onRate={actions.rate}
          />
        ) : (
          <Button variant="primary" className={styles.show} aria-keyshortcuts="Space" onClick={onShow}>
            Show the answer <kbd>Space</kbd>
          </Button>
        ))}
      <div className={styles.under}>
        <UndoButton undo={actions.undo} />
        {!isAnswerVisible && item.kind === 'card' && (
          <span className={`quiet small ${styles.sayFirst}`}>Say it aloud first.</span>
        )}
        <span className={styles.putAway}>
          <Button variant="plain" aria-keyshortcuts="B" onClick={actions.bury}>
            Bury <kbd>B</kbd>
          </Button>
          <Button variant="plain" aria-keyshortcuts="S" onClick={actions.suspend}>
            Suspend <kbd>S</kbd>
          </Button>
        </span>
      </div>
    </div>
  )
}

/** Takes the last deed back; it keeps its place while there is none. */
export function UndoButton({ undo }: { readonly undo: (() => void) | undefined }) {
  return (
    <Button variant="plain" aria-keyshortcuts="U" disabled={!undo} onClick={undo}>
      <Icon icon={Undo2} />
      Undo <kbd>U</kbd>
    </Button>
  )
}
