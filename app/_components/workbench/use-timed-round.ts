import { useCallback, useEffect, useRef, useState } from 'react'
import { attemptStore, type TimedResult } from './attempt-store.ts'
import { useRunningClock } from './running-clock.ts'
import type { WorkbenchState } from './workbench-state.ts'

const SAVE_INTERVAL_MS = 3000

export interface TimedRound {
  /** The device’s storage has been read. */
  readonly ready: boolean
  /** In milliseconds. */
  readonly elapsed: number
  readonly notes: string
  readonly setNotes: (notes: string) => void
  /** Set once the round is over. */
  readonly result: TimedResult | undefined
  /** Ends it as it stands. */
  readonly end: () => void
}

/** A round against the clock: it ends with a pass, with the clock, or when it is given up. Survives a reload. */
export function useTimedRound(attempt: string, limitMs: number, workbench: WorkbenchState): TimedRound {
  const [ready, setReady] = useState(false)
  const [notes, setNotes] = useState('')
  const [result, setResult] = useState<TimedResult>()
  const { displayedMs, read, set } = useRunningClock(0, ready && !result)
  const passedAt = useRef<{ readonly run: number; readonly ms: number }>(undefined)

  useEffect(() => {
    let here = true
    void attemptStore.read(attempt).then((stored) => {
      if (!here) return
      if (stored) {
        set(stored.elapsed)
        setNotes(stored.notes)
        setResult(stored.result)
      }
      setReady(true)
    })
    return () => {
      here = false
    }
  }, [attempt, set])

  const end = useCallback(() => {
    setResult((before) => before ?? toTimedResult(workbench, notes, Math.min(passedAt.current?.ms ?? read(), limitMs)))
  }, [workbench, notes, read, limitMs])

  const { page, running } = workbench
  const verdict = page.kind === 'graded' ? page : undefined
  useEffect(() => {
    if (verdict?.verdict.outcome !== 'passed') passedAt.current = undefined
    else if (passedAt.current?.run !== verdict.run) passedAt.current = { run: verdict.run, ms: read() }
  }, [verdict, read])
  const settled =
    verdict?.verdict.outcome === 'passed' &&
    ['confirmed', 'offline', 'busy'].includes(verdict.serverStatus.kind) &&
    !running
  const over = displayedMs >= limitMs && !running // a run that was started in time still counts
  useEffect(() => {
    if (ready && (settled || over)) end()
  }, [ready, settled, over, end])

  const save = useCallback(
    () => void attemptStore.save(attempt, { elapsed: read(), notes, ...(result && { result }) }),
    [attempt, read, notes, result],
  )
  useEffect(() => {
    if (!ready) return
    save()
    const timer = result ? undefined : setInterval(save, SAVE_INTERVAL_MS)
    addEventListener('pagehide', save)
    document.addEventListener('visibilitychange', save)
    return () => {
      clearInterval(timer)
      removeEventListener('pagehide', save)
      document.removeEventListener('visibilitychange', save)
    }
  }, [ready, result, save])

  return { ready, elapsed: displayedMs, notes, setNotes, result, end }
}

function toTimedResult({ page, log }: WorkbenchState, notes: string, ms: number): TimedResult {
  const base = { runs: log.runs, ms: Math.round(ms), notes }
  if (page.kind !== 'graded')
    return { ...base, passed: false, confirmed: false, source: '', checks: { passed: 0, all: 0 } }
  const { verdict, serverStatus, source } = page
  return {
    ...base,
    passed: verdict.outcome === 'passed' && serverStatus.kind !== 'refused',
    confirmed: serverStatus.kind === 'confirmed' || serverStatus.kind === 'overruled',
    source,
    checks: { passed: verdict.checks.filter(({ passed }) => passed).length, all: verdict.checks.length },
  }
}
