import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react'
import { sendInterviewDraft, sendLastDraft } from '#app/_components/sending/interview-api.ts'
import { interviewStore, type StoredInterview } from '#app/_components/sending/interview-store.ts'
import { registerSave } from '#app/_components/ui/save-work.ts'
import { useRunningClock } from '#app/_components/workbench/running-clock.ts'
import { reloadForNextLearner } from '#lib/client/browser-learner.ts'
import { randomId } from '#lib/client/random-id.ts'
import type { ActionAnswer, InterviewAction, InterviewView } from '#lib/contract/interview.ts'
import type { CodingRoundResult, Draft } from '#lib/interview/event.ts'
import { type SendStatus, useActionQueue } from './use-action-queue.ts'

export interface UseInterviewResult {
  /** Whether this device's stored state of the interview has been read, so that the learner may write. */
  readonly ready: boolean
  readonly view: InterviewView
  readonly text: string
  readonly setText: Dispatch<SetStateAction<string>>
  /** Adds to the time that the microphone was open. */
  readonly addSpoken: (ms: number) => void
  /** The clock's reading, in milliseconds. */
  readonly clock: number
  readonly paused: boolean
  readonly setPaused: (paused: boolean) => void
  readonly sendStatus: SendStatus
  readonly saved: boolean
  /** A message for the learner: a refusal, or an answer that came too late. */
  readonly notice: string
  readonly submitAnswer: () => void
  readonly skip: () => void
  readonly stop: () => void
  readonly code: (coded: CodingRoundResult) => void
  readonly sendAgain: () => void
}

/** Runs an interview on a page: its clock, the answer being written, and actions that wait to be sent. */
export function useInterview(initial: InterviewView): UseInterviewResult {
  const { id } = initial
  const [view, setView] = useState(initial)
  const answer = useAnswer(initial)
  const [ready, setReady] = useState(false)
  const [paused, setPaused] = useState(false)
  const [late, setLate] = useState('')
  const {
    displayedMs: clock,
    read,
    set: setClock,
  } = useRunningClock(initial.clock, ready && !paused && view.now !== null)

  const onReply = (reply: ActionAnswer, action: InterviewAction) => {
    const mine = reply.late && 'text' in action ? action.text : ''
    setLate(mine && `You already answered this question in another tab. Here you wrote: ${mine}`)
    setView(reply.view)
    answer.put(reply.view.text, reply.view.spokenMs)
    void interviewStore.remove(id)
    if (reply.view.now === null && !mine) location.reload() // the same address is the debrief now
  }
  const { status: sendStatus, refusal, submit, sendAgain } = useActionQueue(id, onReply)

  const step = view.now?.step
  const { text, spokenMs, setSaved } = answer
  const draft = useCallback((): Draft | undefined => {
    if (step === undefined) return undefined
    return { step, text, spokenMs: Math.round(spokenMs), clock: Math.round(read()) }
  }, [step, text, spokenMs, read])
  const keep = useCallback(async () => {
    const storage = await interviewStore.save(id, { draft: draft() })
    setSaved(storage !== 'memory')
  }, [id, draft, setSaved])
  useAutosave(id, { open: ready && step !== undefined, draft, keep, idle: sendStatus === 'idle' })

  useRestored(initial, ({ draft: stored }) => {
    if (stored && stored.clock >= initial.clock) {
      setClock(stored.clock)
      if (stored.step === initial.now?.step) answer.put(stored.text, stored.spokenMs)
    }
    setReady(true)
  })

  const act = async (action: InterviewAction) => {
    await keep()
    await submit(action)
  }
  const createActionBase = () => ({ id: randomId(), clock: Math.round(read()) })
  return {
    ...{ ready, view, clock, paused, setPaused, sendStatus, sendAgain },
    ...{ text, setText: answer.write, addSpoken: answer.addSpoken, saved: answer.saved },
    notice: refusal || late,
    submitAnswer: () =>
      step && void act({ kind: 'answered', ...createActionBase(), step, text, spokenMs: Math.round(spokenMs) }),
    skip: () => step && void act({ kind: 'skipped', ...createActionBase(), step, text }),
    stop: () => step && void act({ kind: 'stopped', ...createActionBase(), step, text }),
    code: (coded) => void act({ kind: 'coded', ...createActionBase(), step: 'coding', coded }),
  }
}

/** The answer that is being written or spoken, and whether this device has it. */
function useAnswer(initial: Pick<InterviewView, 'text' | 'spokenMs'>) {
  const [text, setText] = useState(initial.text)
  const [spokenMs, setSpokenMs] = useState(initial.spokenMs)
  const [saved, setSaved] = useState(false)
  return {
    text,
    spokenMs,
    saved,
    setSaved,
    put: (text: string, spokenMs: number) => {
      setText(text)
      setSpokenMs(spokenMs)
    },
    write: (text: SetStateAction<string>) => {
      setSaved(false)
      setText(text)
    },
    addSpoken: (ms: number) => setSpokenMs((before) => before + ms),
  }
}

/** Restores, once, what this device has stored of an interview. */
function useRestored({ id }: InterviewView, restore: (stored: StoredInterview) => void): void {
  const restoreRef = useRef(restore)
  useEffect(() => {
    let isMounted = true
    reloadForNextLearner()
    void interviewStore.read(id).then((stored = {}) => isMounted && restoreRef.current(stored))
    return () => {
      isMounted = false
    }
  }, [id])
}

const DEVICE_DEBOUNCE_MS = 300
const SERVER_SAVE_INTERVAL_MS = 4000

interface Autosave {
  /** Whether a question is open and this device's stored state has been read. */
  readonly open: boolean
  readonly draft: () => Draft | undefined
  /** Keeps it on this device. */
  readonly keep: () => Promise<void>
  /** Whether no action is being sent. */
  readonly idle: boolean
}

/** Keeps text and clock: on this device when the learner stops typing, on the server every few seconds, on both when the page is left. */
function useAutosave(interview: string, { open, draft, keep, idle }: Autosave): void {
  useEffect(() => {
    if (!open) return
    const timer = setTimeout(() => void keep(), DEVICE_DEBOUNCE_MS)
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
      const unsent = latest.current.draft()
      if (idle && unsent) send(interview, unsent)
    }
    const timer = setInterval(() => save((...args) => void sendInterviewDraft(...args)), SERVER_SAVE_INTERVAL_MS)
    const saveLast = () => save(sendLastDraft)
    const saveWhenHidden = () => document.visibilityState === 'hidden' && saveLast()
    addEventListener('pagehide', saveLast)
    document.addEventListener('visibilitychange', saveWhenHidden)
    const unregister = registerSave(() => latest.current.keep())
    return () => {
      unregister()
      clearInterval(timer)
      removeEventListener('pagehide', saveLast)
      document.removeEventListener('visibilitychange', saveWhenHidden)
    }
  }, [interview, open, idle])
}
