'use client'

import { usePathname } from 'next/navigation'
import styles from './site-header.module.css'
import { useProgress } from './use-progress.ts'

/** The header’s account link: the account’s e-mail address, or for a guest the way to an account. */
export function AccountLink({ className }: { readonly className?: string | undefined }) {
  const { email } = useProgress()
  const here = usePathname() === '/account'
  return (
    <a href="/account" aria-current={here ? 'page' : undefined} className={className}>
      {email ? (
        <>
          <span className="vh">Account: </span>
          <span className={styles.email}>{email}</span>
        </>
      ) : (
        'Create account'
      )}
    </a>
  )
}

/** In the footer: where the learner’s progress is saved. */
export function AccountLine() {
  const { email } = useProgress()
  if (email)
    return (
      <>
        <span>You’re signed in as {email}. Your progress is saved in your account.</span>
        <a className="hit" href="/account">
          Your account
        </a>
      </>
    )
  return (
    <>
      <span>You’re a guest. Your progress is saved for this browser only.</span>
      <a className="hit" href="/account">
        Create account
      </a>
    </>
  )
}
