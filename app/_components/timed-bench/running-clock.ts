import { useCallback, useEffect, useRef, useState } from 'react'

/** A gap longer than this is a machine that slept, not a learner who thinks. */
const LONGEST_GAP = 90_000

/**
 * A clock that counts while it runs and this page is open: its reading in milliseconds, shown anew each second.
 *
 * `read` gives the reading at this moment. `set` puts another reading in place.
 */
export function useRunningClock(start: number, running: boolean) {
  const reading = useRef(start)
  const last = useRef<number>(undefined)
  const [shown, setShown] = useState(start)

  const read = useCallback(() => {
    if (last.current !== undefined) {
      const now = Date.now()
      reading.current += Math.min(Math.max(0, now - last.current), LONGEST_GAP)
      last.current = now
    }
    return reading.current
  }, [])
  const set = useCallback((to: number) => {
    reading.current = to
    if (last.current !== undefined) last.current = Date.now()
    setShown(to)
  }, [])

  useEffect(() => {
    if (!running) return
    last.current = Date.now()
    const timer = setInterval(() => setShown(read()), 1000)
    return () => {
      clearInterval(timer)
      setShown(read())
      last.current = undefined
    }
  }, [running, read])
  return { shown, read, set }
}
