import type { Metadata } from 'next'
import { AccountPanel } from './account-panel.tsx'

export const metadata: Metadata = { title: 'Keep your progress' }

/** Making, entering and leaving an account. */
export default function AccountPage() {
  return (
    <main id="main" className="page plain-page">
      <h1 className="question">Keep your progress</h1>
      <div className="prose">
        <p>
          You need no account to read, build and be graded: what you do as a guest is kept for this browser. With an
          account it is there in every browser in which you sign in.
        </p>
        <p>
          What you have done as a guest moves into the account when you make it or sign in: drafts, answers, verdicts
          and passed exercises.
        </p>
      </div>
      <AccountPanel />
    </main>
  )
}
