'use client'

import { usePathname } from 'next/navigation'
import { useProgress } from './use-progress.ts'

/** Says that nothing can be kept at a plain http address of a course that is set up for https, and where to go. */
export function AddressNotice() {
  const { secureAddress } = useProgress()
  const pathname = usePathname()
  // known after the page has asked the server, so never while it is rendered there
  if (secureAddress === undefined || isSecureContext) return null
  return (
    <aside className="address-notice" aria-label="About this address">
      <p>
        This address can’t keep you signed in, so your progress isn’t saved here. Open the course at{' '}
        <a href={`${secureAddress}${pathname}`}>{secureAddress}</a>.
      </p>
    </aside>
  )
}
