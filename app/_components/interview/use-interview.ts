import { useCallback, useEffect, useRef, useState } from 'react'
import type { InterviewAction, InterviewView } from '#app/api/_contract/interview.ts'
import type { Coded, Draft } from '#lib/review/interview/event.ts'
import { useRunningClock } from '../timed-bench/running-clock.ts'
import { randomId } from '../ui/random-id.ts'
import { sendAction, sendInterviewDraft, sendLastDraft } from './interview-api.ts'
import { interviewStore } from './interview-store.ts'

/** How what was given stands: `waiting` where the server does not answer, and it is kept on this device. */
export type Delivery = 'idle' | 'sending' | 'waiting'

export interface UsedInterview {
  /** The device has said what it keeps of this interview: from here on the learner may write. */
  readonly ready: boolean
  readonly view: InterviewView
  readonly text: string
  readonly setText: (text: string) => void
  /** Adds to how long the microphone was open. */
  readonly addSpoken: (ms: number) => void
  /** The clock's reading, in milliseconds. */
  readonly clock: number
  readonly paused: boolean
  readonly setPaused: (paused: boolean) => void
  readonly delivery: Delivery
  readonly saved: boolean
  /** Something that the learner must know: a refusal, or an answer that came late. */
  readonly notice: string
  readonly give: () => void
  readonly skip: () => void
  readonly stop: () => void
  readonly code: (coded: Coded) => void
  readonly sendAgain: () => void
}

const DEVICE_REST = 300
const SERVER_EVERY = 4000
const FIRST_RETRY = 2000
const LONGEST_RETRY = 30_000

/** The life of an interview on a page: its clock, the answer that is written, and what waits to be taken. */
export function useInterview(initial: InterviewView): UsedInterview {
  const { id } = initial
  const [view, setView] = useState(initial)
  const [text, setText] = useState(initial.text)
  const [spokenMs, setSpokenMs] = useState(initial.spokenMs)
  const [ready, setReady] = useState(false)
  const [paused, setPaused] = useState(false)
  const [delivery, setDelivery] = useState<Delivery>('idle')
  const [saved, setSaved] = useState(false)
  const [notice, setNotice] = useState('')
  const { shown: clock, read, set: setClock } = useRunningClock(initial.clock, ready && !paused && view.now !== null)
  const waiting = useRef<InterviewAction>(undefined)
  const underWay = useRef(false)
  const step = view.now?.step

  const draft = useCallback((): Draft | undefined => {
    if (step === undefined) return undefined
    return { step, text, spokenMs: Math.round(spokenMs), clock: Math.round(read()) }
  }, [step, text, spokenMs, read])
  const keep = useCallback(async () => {
    await interviewStore.save(id, { draft: draft(), waiting: waiting.current })
    setSaved(true)
  }, [id, draft])

  const send = useCallback(async () => {
    const action = waiting.current
    if (!action || underWay.current) return
    underWay.current = true
    const sent = await sendAction(id, action)
    underWay.current = false
    if (sent.kind === 'unreachable') return setDelivery('waiting')
    waiting.current = undefined
    setDelivery('idle')
    if (sent.kind === 'refused') return setNotice(`${sent.reason} Your text is still here.`)
    await interviewStore.forget(id)
    setView(sent.view)
    const mine = 'text' in action ? action.text : ''
    setNotice(sent.late && mine ? `This question was answered already, in another tab. You wrote here: ${mine}` : '')
    setText(sent.view.text)
    setSpokenMs(sent.view.spokenMs)
    if (sent.view.now === null) location.reload() // the same address is the debrief now
  }, [id])

  useRestored(initial, { setText, setSpokenMs, setClock, setReady, setDelivery, waiting, send })
  useRetries(delivery, send)
  useKeeping(id, { ready: ready && step !== undefined, text, draft, keep, idle: delivery === 'idle', waiting })

  const act = async (action: InterviewAction) => {
    if (waiting.current) return
    waiting.current = action
    setDelivery('sending')
    setNotice('')
    await keep()
    await send()
  }
  const now = () => ({ id: randomId(), clock: Math.round(read()) })
  return {
    ready,
    view,
    text,
    setText: (to) => {
      setSaved(false)
      setText(to)
    },
    addSpoken: (ms) => setSpokenMs((before) => before + ms),
    clock,
    paused,
    setPaused,
    delivery,
    saved,
    notice,
    give: () => step && void act({ kind: 'answered', ...now(), step, text, spokenMs: Math.round(spokenMs) }),
    skip: () => step && void act({ kind: 'skipped', ...now(), step, text }),
    stop: () => step && void act({ kind: 'stopped', ...now(), step, text }),
    code: (coded) => void act({ kind: 'coded', ...now(), step: 'coding', coded }),
    sendAgain: () => void send(),
  }
}

interface Restoring {
  readonly setText: (text: string) => void
  readonly setSpokenMs: (ms: number) => void
  readonly setClock: (ms: number) => void
  readonly setReady: (ready: boolean) => void
  readonly setDelivery: (delivery: Delivery) => void
  readonly waiting: { current: InterviewAction | undefined }
  readonly send: () => Promise<void>
}

/** Goes on with what this device keeps, where it is further than the server: the clock, the text, an answer that waits. */
function useRestored(initial: InterviewView, to: Restoring): void {
  const restoring = useRef(to)
  useEffect(() => {
    const { setText, setSpokenMs, setClock, setReady, setDelivery, waiting, send } = restoring.current
    let here = true
    void interviewStore.read(initial.id).then(({ draft, waiting: kept }) => {
      if (!here) return
      if (draft && draft.clock >= initial.clock) {
        setClock(draft.clock)
        if (draft.step === initial.now?.step) {
          setText(draft.text)
          setSpokenMs(draft.spokenMs)
        }
      }
      setReady(true)
      if (!kept) return
      waiting.current = kept
      setDelivery('sending')
      void send()
    })
    return () => {
      here = false
    }
  }, [initial])
}

/** What waits is sent again: after 2, 4, 8 … seconds, and as soon as the line is back. */
function useRetries(delivery: Delivery, send: () => Promise<void>): void {
  useEffect(() => {
    if (delivery !== 'waiting') return
    let wait = FIRST_RETRY
    let timer = setTimeout(retry, wait)
    function retry() {
      void send()
      wait = Math.min(wait * 2, LONGEST_RETRY)
      timer = setTimeout(retry, wait)
    }
    addEventListener('online', retry)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', retry)
    }
  }, [delivery, send])
}

interface Keeping {
  readonly ready: boolean
  readonly text: string
  readonly draft: () => Draft | undefined
  readonly keep: () => Promise<void>
  /** Nothing is under way to the server. */
  readonly idle: boolean
  readonly waiting: { readonly current: InterviewAction | undefined }
}

/** Keeps text and clock: on this device when the learner rests, on the server every few seconds, on both when the page goes. */
function useKeeping(id: string, { ready, text, draft, keep, idle, waiting }: Keeping): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text starts the rest anew
  useEffect(() => {
    if (!ready) return
    const timer = setTimeout(() => void keep(), DEVICE_REST)
    return () => clearTimeout(timer)
  }, [ready, text, keep])

  const latest = useRef({ draft, keep })
  useEffect(() => {
    latest.current = { draft, keep }
  }, [draft, keep])
  useEffect(() => {
    if (!ready) return
    const timer = setInterval(() => {
      void latest.current.keep()
      const it = latest.current.draft()
      if (idle && it) void sendInterviewDraft(id, it)
    }, SERVER_EVERY)
    const last = () => {
      void latest.current.keep()
      const it = latest.current.draft()
      if (it && !waiting.current) sendLastDraft(id, it)
    }
    const hidden = () => document.visibilityState === 'hidden' && last()
    addEventListener('pagehide', last)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      clearInterval(timer)
      removeEventListener('pagehide', last)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [id, ready, idle, waiting])
}
