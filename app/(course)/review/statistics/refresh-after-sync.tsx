'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { getOwnZone, hasZoneCookie } from '#app/_components/sending/review-api.ts'
import { flushReviews, listWaitingReviews } from '#app/_components/sending/review-queue.ts'

/**
 * Renders the page again if the server rendered it without something that only this device knows: reviews that wait to
 * be sent, or the learner’s time zone.
 */
export function RefreshAfterSync() {
  const router = useRouter()
  useEffect(() => {
    let isHere = true
    const sync = async () => {
      const isZoneKnown = hasZoneCookie()
      getOwnZone()
      const waiting = await listWaitingReviews()
      if (waiting.length > 0) await flushReviews()
      const isSent = waiting.length > (await listWaitingReviews()).length
      if (isHere && (isSent || !isZoneKnown)) router.refresh()
    }
    sync().catch((error: unknown) =>
      console.error('We couldn’t send the reviews that are saved on this device.', error),
    )
    return () => {
      isHere = false
    }
  }, [router])
  return null
}
