'use client'

import { useState } from 'react'
import { announceProgress, useProgress } from '../ui/use-progress.ts'
import { AccountForm, signOut } from './account-form.tsx'

/** Who is signed in and how to leave, or the two ways in. */
export function AccountPanel() {
  const { email } = useProgress()
  const [said, setSaid] = useState('')
  return (
    <>
      <p role="status" className="quiet">
        {said}
      </p>
      {email ? (
        <SignedIn email={email} onSaid={setSaid} />
      ) : (
        <div className="split-2">
          <AccountForm purpose="sign-up" onDone={() => setSaid('The account is made, and what you did is in it.')} />
          <AccountForm purpose="sign-in" onDone={() => setSaid('You are signed in.')} />
        </div>
      )}
    </>
  )
}

function SignedIn({ email, onSaid }: { readonly email: string; readonly onSaid: (words: string) => void }) {
  return (
    <section aria-labelledby="signed-in">
      <h2 id="signed-in">You are signed in</h2>
      <div className="prose">
        <p>
          What you do is kept in the account <b>{email}</b>, and is there wherever you sign in with it.
        </p>
      </div>
      <div className="form">
        <button
          className="button"
          type="button"
          onClick={async () => {
            const failed = await signOut()
            onSaid(failed ?? 'You are signed out. What you did stays in the account.')
            announceProgress()
          }}
        >
          Sign out
        </button>
      </div>
    </section>
  )
}
