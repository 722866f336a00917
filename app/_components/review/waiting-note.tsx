import { TriangleAlert, WifiOff } from 'lucide'
import type { QueueStatus } from '#lib/client/durable-queue.ts'
import { Icon } from '../ui/icon.tsx'
import { counted } from '../ui/number-words.ts'

/** Says where the ratings are that the server doesn’t have. */
export function WaitingNote({ waiting }: { readonly waiting: QueueStatus }) {
  const sentences = describeWaiting(waiting)
  return (
    <p className="review-note" role="status" hidden={sentences === ''}>
      {sentences !== '' && (
        <>
          <Icon of={waiting.failure?.kind === 'unreachable' ? WifiOff : TriangleAlert} /> <span>{sentences}</span>
        </>
      )}
    </p>
  )
}

/** Describes what is waiting and why; empty while everything is being sent as usual. */
export function describeWaiting({ waiting, refused, failure, place }: QueueStatus): string {
  const ratings = counted(waiting, 'rating')
  const sentences: string[] = []
  if (waiting > 0 && place === 'memory')
    sentences.push(`Not saved: this device’s storage is full. Keep this tab open until ${ratings} are sent.`)
  else if (waiting > 0 && failure?.kind === 'unreachable')
    sentences.push(`Saved on this device, not yet sent: ${ratings}. The server gets them when the connection is back.`)
  else if (waiting > 0 && failure) sentences.push(`Saved on this device, not yet sent: ${ratings}. ${failure.reason}`)
  if (refused > 0) sentences.push(`Not counted, because the server refused it: ${counted(refused, 'rating')}.`)
  return sentences.join(' ')
}
