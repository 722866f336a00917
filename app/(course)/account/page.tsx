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
          You don’t need an account to read, build and be graded: your progress as a guest is saved for this browser.
          With an account, you have it in every browser where you sign in.
        </p>
        <p>
          When you create an account or sign in, your progress as a guest moves into the account: drafts, submissions,
          verdicts and passed exercises.
        </p>
      </div>
      <AccountPanel />
    </main>
  )
}
