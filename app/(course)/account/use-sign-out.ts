import { useState } from 'react'
import { getCurrentLearner } from '#lib/client/browser-learner.ts'
import type { UnsentWork } from '../../_components/sending/unsent-work.ts'
import { announceProgress } from '../../_components/ui/use-progress.ts'
import { signOut } from './account-api.ts'

interface UseSignOutResult {
  readonly isBusy: boolean
  /** The work that the learner must decide about first. */
  readonly unsent: UnsentWork | undefined
  /** Signs out, unless there is work that the server doesn’t have. */
  readonly start: () => Promise<void>
  readonly finish: (options: { readonly keepsUnsent: boolean }) => Promise<void>
  readonly cancel: () => void
}

/**
 * Signs out: sends what waits, asks about what can't be sent, ends the session, and deletes the learner's work from this
 * device.
 *
 * @param onStatus  called with a sentence for the learner
 */
export function useSignOut(onStatus: (sentence: string) => void): UseSignOutResult {
  const [isBusy, setIsBusy] = useState(false)
  const [unsent, setUnsent] = useState<UnsentWork>()

  /** Reports that signing out failed: without a connection, its code may not even load. */
  const run = async (work: () => Promise<void>) => {
    setIsBusy(true)
    try {
      await work()
    } catch (error) {
      console.error('Signing out failed.', error)
      onStatus('You’re still signed in, because we can’t reach the server. Check your connection and try again.')
    }
    setIsBusy(false)
  }
  const finish: UseSignOutResult['finish'] = ({ keepsUnsent }) => {
    setUnsent(undefined)
    return run(async () => {
      const { clearDevice } = await import('../../_components/sending/unsent-work.ts')
      const current = getCurrentLearner()
      const learner = current.id
      const failure = await signOut()
      if (failure) return onStatus(failure)
      current.leave()
      await clearDevice(learner, { keepsUnsent })
      onStatus('You’re signed out. Your work stays in your account.')
      announceProgress()
    })
  }
  const start = () =>
    run(async () => {
      onStatus('')
      const { isAllSent, sendUnsentWork } = await import('../../_components/sending/unsent-work.ts')
      const work = await sendUnsentWork()
      if (isAllSent(work)) await finish({ keepsUnsent: false })
      else setUnsent(work)
    })
  return { isBusy, unsent, start, finish, cancel: () => setUnsent(undefined) }
}
