import { useEffect, useRef } from 'react'
import type { Draft } from '#lib/interview/event.ts'
import { registerSave } from '../ui/save-work.ts'
import { sendInterviewDraft, sendLastDraft } from './interview-api.ts'

const DEVICE_REST = 300
const SERVER_EVERY = 4000

interface Keeping {
  /** Something is asked, and what this device kept has been read. */
  readonly open: boolean
  readonly draft: () => Draft | undefined
  /** Keeps it on this device. */
  readonly keep: () => Promise<void>
  /** Nothing is under way to the server. */
  readonly idle: boolean
}

/** Keeps text and clock: on this device when the learner rests, on the server every few seconds, on both when the page goes. */
export function useKeeping(interview: string, { open, draft, keep, idle }: Keeping): void {
  useEffect(() => {
    if (!open) return
    const timer = setTimeout(() => void keep(), DEVICE_REST)
    return () => clearTimeout(timer)
  }, [open, keep])

  const latest = useRef({ draft, keep })
  useEffect(() => {
    latest.current = { draft, keep }
  }, [draft, keep])
  useEffect(() => {
    if (!open) return
    const save = (send: typeof sendLastDraft) => {
      void latest.current.keep()
      const it = latest.current.draft()
      if (idle && it) send(interview, it)
    }
    const timer = setInterval(() => save((...it) => void sendInterviewDraft(...it)), SERVER_EVERY)
    const last = () => save(sendLastDraft)
    const hidden = () => document.visibilityState === 'hidden' && last()
    addEventListener('pagehide', last)
    document.addEventListener('visibilitychange', hidden)
    const end = registerSave(() => latest.current.keep())
    return () => {
      end()
      clearInterval(timer)
      removeEventListener('pagehide', last)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [interview, open, idle])
}
