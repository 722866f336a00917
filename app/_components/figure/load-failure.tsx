'use client'

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { Button } from '../ui/button.tsx'
import styles from './load-failure.module.css'

interface LoadFailureProps {
  /** Tries to load it again. Resolves to whether that succeeded. */
  readonly onRetry: () => Promise<boolean>
  /** Saves what the learner wrote, before the page is loaded again. */
  readonly beforeReload?: () => Promise<void>
}

/**
 * Says that a part of the page could not be loaded, because the browser is offline or the course was updated while the
 * page was open. Retries as soon as the browser is online. The Reload button retries once before it reloads the page.
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
    const wasOnline = navigator.onLine
    setIsTrying(true)
    const isLoaded = await onRetry()
    if (isLoaded) return
    setIsTrying(false)
    // offline, the browser would show its own error page instead of ours
    if (!navigator.onLine) return
    // the connection came back while this attempt was failing: that one says nothing about a new version of the course
    if (!wasOnline) return void onRetry()
    await beforeReload?.()
    location.reload()
  }
  return (
    <p className={`cluster ${styles.failure}`} role="alert">
      {isOnline
        ? 'This part of the page couldn’t load. The course may have been updated. Your work is saved before the page reloads. '
        : 'You’re offline, and this part of the page hasn’t loaded yet. It will load when you’re back online. '}
      <Button aria-disabled={isTrying} onClick={() => void (isTrying || reload())}>
        {isOnline ? 'Reload' : 'Try again'}
      </Button>
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
