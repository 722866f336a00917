'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import styles from './site-header.module.css'
import { useProgress } from './use-progress.ts'

/**
 * The header’s account link: the account’s e-mail address, or a link to sign in.
 *
 * @param icon shown instead of the e-mail address on a phone
 */
export function AccountLink({ icon }: { readonly icon: ReactNode }) {
  const { email } = useProgress()
  const here = usePathname() === '/account'
  return (
    <a href="/account" aria-current={here ? 'page' : undefined} className={styles.account}>
      {email ? (
        <>
          <span className={`${styles.wide} ${styles.email}`}>{email}</span>
          <span className={styles.short}>{icon}</span>
          <span className={`vh ${styles.short}`}>Account</span>
        </>
      ) : (
        <>
          <span className={styles.wide}>Keep my progress</span>
          <span className={styles.short}>Keep</span>
          <span className={`vh ${styles.short}`}> my progress</span>
        </>
      )}
    </a>
  )
}

/** In the footer: what becomes of one's work. */
export function AccountLine() {
  const { email } = useProgress()
  if (email)
    return (
      <>
        <span>You’re signed in as {email}. Your progress is saved in your account.</span>
        <a href="/account">Your account</a>
      </>
    )
  return (
    <>
      <span>You’re a guest. Your progress is saved for this browser only.</span>
      <a href="/account">Keep it with an account</a>
    </>
  )
}
