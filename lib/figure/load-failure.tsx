'use client'

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'

interface LoadFailureProps {
  /** Tries to load it again. Resolves to whether that went well. */
  readonly onRetry: () => Promise<boolean>
  /** Saves what the learner wrote, before the page is loaded again. */
  readonly beforeReload?: () => Promise<void>
}

/**
 * Says that a part of the page could not be loaded: the network is gone, or the course was updated while the page was
 * open. It is tried again as soon as the browser is online; Reload tries once more before it loads the whole page.
 */
export function LoadFailure({ onRetry, beforeReload }: LoadFailureProps) {
  const isOnline = useSyncExternalStore(
    subscribeToLine,
    () => navigator.onLine,
    () => true,
  )
  const [isTrying, setIsTrying] = useState(false)
  const retry = useEffectEvent(() => void onRetry())
  useEffect(() => {
    const tryAgain = () => retry()
    addEventListener('online', tryAgain)
    return () => removeEventListener('online', tryAgain)
  }, [])
  const reload = async () => {
    setIsTrying(true)
    const isLoaded = await onRetry()
    if (isLoaded) return
    setIsTrying(false)
    // offline, the browser would put its own error page in place of ours
    if (!navigator.onLine) return
    await beforeReload?.()
    location.reload()
  }
  return (
    <p className="load-failure" role="alert">
      {isOnline
        ? 'This part of the page can’t be loaded. The course may have been updated. What you wrote is saved before the page reloads. '
        : 'You’re offline, and this part of the page isn’t loaded yet. It appears when you’re back online. '}
      <button type="button" className="button" aria-disabled={isTrying} onClick={() => void (isTrying || reload())}>
        {isOnline ? 'Reload' : 'Try again'}
      </button>
    </p>
  )
}

function subscribeToLine(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
