import { TriangleAlert, WifiOff } from 'lucide'
import type { ApiFailure } from '#lib/client/api.ts'
import { getCurrentLearner } from '#lib/client/browser-learner.ts'
import type { QueueStatus } from '#lib/client/durable-queue.ts'
import { GUEST } from '#lib/client/learner.ts'
import { Icon } from '../../_components/ui/icon.tsx'
import { spellCount } from '../../_components/ui/spell-number.ts'
import styles from './review.module.css'

/** Says where the ratings are that the server doesn’t have. */
export function WaitingNote({ waiting }: { readonly waiting: QueueStatus }) {
  const isEmpty = waiting.waiting === 0 && waiting.refused === 0 // as on the server, which has no learner of a browser
  const sentences = isEmpty ? '' : describeWaiting(waiting, { isGuest: getCurrentLearner().id === GUEST })
  return (
    <p className={styles.note} role="status" hidden={sentences === ''}>
      {sentences !== '' && (
        <>
          <Icon icon={waiting.failure?.kind === 'unreachable' ? WifiOff : TriangleAlert} /> <span>{sentences}</span>
        </>
      )}
    </p>
  )
}

/** Describes what is waiting and why; empty while everything is being sent as usual. */
export function describeWaiting(
  { waiting, refused, failure, storagePlace }: QueueStatus,
  { isGuest = false }: { readonly isGuest?: boolean } = {},
): string {
  const ratings = spellCount(waiting, 'rating')
  const sentences: string[] = []
  if (waiting > 0 && storagePlace === 'memory')
    sentences.push(
      `Not saved: this device’s storage is full. Keep this tab open until ${ratings} ${waiting === 1 ? 'is' : 'are'} sent.`,
    )
  else if (waiting > 0 && failure?.kind === 'unreachable')
    sentences.push(`Saved on this device, not yet sent: ${ratings}. We’ll send them when you’re online again.`)
  else if (waiting > 0 && failure)
    sentences.push(`Saved on this device, not yet sent: ${ratings}. ${describeFailure(failure, isGuest)}`)
  if (refused > 0) sentences.push(`Not counted, because the server rejected it: ${spellCount(refused, 'rating')}.`)
  return sentences.join(' ')
}

/** The server’s reasons are about one thing that was being saved; here it is several, and they are saved. */
function describeFailure(failure: ApiFailure, isGuest: boolean): string {
  if (failure.kind === 'signed-out')
    return isGuest ? 'Your guest session has ended. We’ll retry soon.' : 'You’re signed out. Sign in to send them.'
  if (failure.kind === 'other-learner') return 'Somebody else is signed in on this browser now. Reload the page.'
  return failure.reason
}
