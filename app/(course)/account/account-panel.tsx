'use client'

import { useEffect, useState } from 'react'
import { Button } from '../../_components/ui/button.tsx'
import { createLazyView } from '../../_components/ui/lazy-view.tsx'
import { useProgress } from '../../_components/ui/use-progress.ts'
import styles from './account.module.css'
import { signOutElsewhere } from './account-api.ts'
import { AccountForm } from './account-form.tsx'
import { ChangePasswordForm } from './change-password-form.tsx'
import { useSignOut } from './use-sign-out.ts'

const LazySignOutDialog = createLazyView(async () => (await import('./sign-out-dialog.tsx')).SignOutDialog)

/** Who is signed in and what they can do with the account, or the two ways in. */
export function AccountPanel() {
  const { email } = useProgress()
  const [status, setStatus] = useState('')
  return (
    <>
      <p role="status" className={`quiet ${styles.status}`}>
        {status}
      </p>
      {email ? (
        <div className="split-2">
          <SessionSection email={email} onStatus={setStatus} />
          <ChangePasswordForm
            email={email}
            onDone={() => setStatus('Your password is changed. You’re signed out everywhere else.')}
          />
        </div>
      ) : (
        <div className="split-2">
          <AccountForm purpose="sign-up" onDone={() => setStatus('Your account is ready, with all your progress.')} />
          <AccountForm purpose="sign-in" onDone={() => setStatus('You’re signed in.')} />
        </div>
      )}
    </>
  )
}

interface SessionSectionProps {
  readonly email: string
  readonly onStatus: (sentence: string) => void
}

function SessionSection({ email, onStatus }: SessionSectionProps) {
  const { isBusy, unsent, start, finish, cancel } = useSignOut(onStatus)
  useEffect(() => {
    if (!email) return
    LazySignOutDialog.preload() // signing out offline asks too
    import('../../_components/sending/unsent-work.ts').then(({ resumeSending }) => resumeSending(), console.error)
  }, [email])
  async function signOutEverywhereElse() {
    onStatus((await signOutElsewhere()) ?? 'You’re signed out everywhere else.')
  }
  return (
    <section aria-labelledby="signed-in">
      <h2 id="signed-in">You are signed in</h2>
      <div className="prose">
        <p>
          Your progress is saved in the account <b>{email}</b>. You have it wherever you sign in.
        </p>
      </div>
      <div className={`cluster ${styles.actions}`}>
        <Button aria-disabled={isBusy} onClick={() => !isBusy && void start()}>
          {isBusy ? 'Signing out …' : 'Sign out'}
        </Button>
        <Button onClick={signOutEverywhereElse}>Sign out everywhere else</Button>
      </div>
      {unsent && <LazySignOutDialog work={unsent} onSignOut={(options) => void finish(options)} onCancel={cancel} />}
    </section>
  )
}
