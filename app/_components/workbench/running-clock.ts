import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * A clock that counts while it runs and this page is open: its reading in milliseconds, updated each second. It
 * stands still while the page is frozen or put aside by the browser, and where the machine's monotonic clock does not
 * count sleep, while that sleeps.
 *
 * `read` gives the reading at this moment. `set` puts another reading in place.
 */
export function useRunningClock(start: number, running: boolean) {
  const reading = useRef(start)
  const last = useRef<number>(undefined)
  const [displayedMs, setDisplayedMs] = useState(start)

  const read = useCallback(() => {
    if (last.current !== undefined) {
      const now = performance.now()
      reading.current += Math.max(0, now - last.current)
      last.current = now
    }
    return reading.current
  }, [])
  const set = useCallback((to: number) => {
    reading.current = to
    if (last.current !== undefined) last.current = performance.now()
    setDisplayedMs(to)
  }, [])

  useEffect(() => {
    if (!running) return
    const resume = () => {
      last.current = performance.now()
    }
    const returned = (event: PageTransitionEvent) => event.persisted && resume()
    resume()
    const timer = setInterval(() => setDisplayedMs(read()), 1000)
    document.addEventListener('resume', resume)
    addEventListener('pageshow', returned)
    return () => {
      clearInterval(timer)
      document.removeEventListener('resume', resume)
      removeEventListener('pageshow', returned)
      setDisplayedMs(read())
      last.current = undefined
    }
  }, [running, read])
  return { displayedMs, read, set }
}
