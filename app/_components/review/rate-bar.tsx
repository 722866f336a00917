import { Undo2 } from 'lucide'
import type { DeskItem } from '#lib/review/desk.ts'
import type { Rating } from '#lib/review/memory.ts'
import { Icon } from '../ui/icon.tsx'
import { RateRow } from './rate-row.tsx'
import type { Session } from './session.ts'
import type { Deeds } from './use-deeds.ts'

interface RateBarProps {
  readonly session: Session
  readonly item: DeskItem
  readonly suggested: Rating
  readonly deeds: Deeds
  readonly onShow: () => void
}

/** What one does about a question, at the foot of the screen: show its answer, rate it, take back, put away. */
export function RateBar({ session, item, suggested, deeds, onShow }: RateBarProps) {
  const { shown, since, desk } = session
  return (
    <div className="rate">
      {item.kind !== 'drill' &&
        (shown ? (
          <RateRow item={item} retention={desk.plan.retention} now={since} suggested={suggested} onRate={deeds.rate} />
        ) : (
          <button type="button" className="button primary show" aria-keyshortcuts="Space" onClick={onShow}>
            Show the answer <kbd>Space</kbd>
          </button>
        ))}
      <div className="under">
        <UndoButton undo={deeds.undo} />
        {!shown && item.kind === 'card' && <span className="say-first">Say it aloud first.</span>}
        <span className="put-away">
          <button type="button" className="button plain" aria-keyshortcuts="B" onClick={deeds.bury}>
            Bury <kbd>B</kbd>
          </button>
          <button type="button" className="button plain" aria-keyshortcuts="S" onClick={deeds.suspend}>
            Suspend <kbd>S</kbd>
          </button>
        </span>
      </div>
    </div>
  )
}

/** Takes the last deed back; it keeps its place while there is none. */
export function UndoButton({ undo }: { readonly undo: (() => void) | undefined }) {
  return (
    <button type="button" className="button plain undo" aria-keyshortcuts="U" disabled={!undo} onClick={undo}>
      <Icon of={Undo2} />
      Undo <kbd>U</kbd>
    </button>
  )
}
