'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
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
    <a href="/account" aria-current={here ? 'page' : undefined} className="account-link">
      {email ? (
        <>
          <span className="wide account-email">{email}</span>
          <span className="short">{icon}</span>
          <span className="vh short">Account</span>
        </>
      ) : (
        <>
          <span className="wide">Keep my progress</span>
          <span className="short">Keep</span>
          <span className="vh short"> my progress</span>
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
        <span>You are signed in as {email}. What you do is kept in your account.</span>
        <a href="/account">Your account</a>
      </>
    )
  return (
    <>
      <span>You are a guest. What you do is kept for this browser.</span>
      <a href="/account">Keep it with an account</a>
    </>
  )
}
