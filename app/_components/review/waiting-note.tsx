import { WifiOff } from 'lucide'
import { Icon } from '../ui/icon.tsx'
import { counted } from '../ui/number-words.ts'
import type { Waiting } from './review-outbox.ts'

/** Says that ratings wait on this device, while the server can’t be reached or can’t save. */
export function WaitingNote({ waiting }: { readonly waiting: Waiting }) {
  return (
    <p className="review-note" role="status" hidden={!waiting.away}>
      {waiting.away && (
        <>
          <Icon of={WifiOff} /> Saved here, not yet sent: {counted(waiting.count, 'rating')}. They are sent when the
          server can take them.
        </>
      )}
    </p>
  )
}
