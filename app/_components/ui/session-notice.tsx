'use client'

import { useSyncExternalStore } from 'react'
import { getCurrentLearner } from '#lib/client/browser-learner.ts'
import type { EndedSession } from '#lib/client/learner.ts'
import styles from './notice.module.css'

/** Says that the learner's session has ended although nobody signed out here, and where their work is. */
export function SessionNotice() {
  const ended = useSyncExternalStore<EndedSession | undefined>(
    (listener) => getCurrentLearner().listen(listener),
    () => getCurrentLearner().endedSession,
    () => undefined,
  )
  return (
    <div role="status" className={styles.notice}>
      {ended === 'account' && (
        <p>
          You’re signed out because your session has ended. What the server doesn’t have yet stays on this device for
          your account. <a href="/account">Sign in</a>
        </p>
      )}
      {ended === 'guest' && (
        <p>
          This browser’s guest session has ended, so your progress as a guest is no longer available. What you wrote on
          this device is still here.
        </p>
      )}
    </div>
  )
}
