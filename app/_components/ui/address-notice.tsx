'use client'

import { usePathname } from 'next/navigation'
import { useSyncExternalStore } from 'react'
import styles from './notice.module.css'
import { useProgress } from './use-progress.ts'

const areCookiesBlocked = (): boolean => !navigator.cookieEnabled

/**
 * Warns that the browser blocks cookies, or that an http address can’t keep a session if the course is set up for https, and links to the https address.
 */
export function AddressNotice() {
  const { secureAddress } = useProgress()
  const pathname = usePathname()
  const isBlocked = useSyncExternalStore(
    () => () => undefined,
    areCookiesBlocked,
    () => false,
  )
  if (isBlocked)
    return (
      <aside className={styles.notice} aria-label="About cookies">
        <p>
          Your browser blocks cookies, so the server can’t tell who you are and can’t save your progress. Allow cookies
          for this address, then reload the page.
        </p>
      </aside>
    )
  // the client learns it from the server, so it is never known during server rendering
  if (secureAddress === undefined || isSecureContext) return null
  return (
    <aside className={styles.notice} aria-label="About this address">
      <p>
        This address can’t keep you signed in, so your progress isn’t saved here. Open the course at{' '}
        <a href={`${secureAddress}${pathname}`}>{secureAddress}</a>.
      </p>
    </aside>
  )
}
