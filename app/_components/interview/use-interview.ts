import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react'
import type { ActionAnswer, InterviewAction, InterviewView } from '#app/api/_contract/interview.ts'
import type { Coded, Draft } from '#lib/review/interview/event.ts'
import { useRunningClock } from '../timed-bench/running-clock.ts'
import { randomId } from '../ui/random-id.ts'
import { interviewStore, type KeptInterview } from './interview-store.ts'
import { type Delivery, useDelivery } from './use-delivery.ts'
import { useKeeping } from './use-keeping.ts'

export interface UsedInterview {
  /** The device has said what it keeps of this interview: from here on the learner may write. */
  readonly ready: boolean
  readonly view: InterviewView
  readonly text: string
  readonly setText: Dispatch<SetStateAction<string>>
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

/** The life of an interview on a page: its clock, the answer that is written, and what waits to be taken. */
export function useInterview(initial: InterviewView): UsedInterview {
  const { id } = initial
  const [view, setView] = useState(initial)
  const answer = useAnswer(initial)
  const [ready, setReady] = useState(false)
  const [paused, setPaused] = useState(false)
  const [late, setLate] = useState('')
  const { shown: clock, read, set: setClock } = useRunningClock(initial.clock, ready && !paused && view.now !== null)

  const taken = (it: ActionAnswer, action: InterviewAction) => {
    const mine = it.late && 'text' in action ? action.text : ''
    setLate(mine && `This question was answered already, in another tab. You wrote here: ${mine}`)
    setView(it.view)
    answer.put(it.view.text, it.view.spokenMs)
    void interviewStore.forget(id)
    if (it.view.now === null && !mine) location.reload() // the same address is the debrief now
  }
  const { delivery, refusal, waiting, deliver, sendAgain } = useDelivery(id, taken)

  const step = view.now?.step
  const { text, spokenMs, setSaved } = answer
  const draft = useCallback((): Draft | undefined => {
    if (step === undefined) return undefined
    return { step, text, spokenMs: Math.round(spokenMs), clock: Math.round(read()) }
  }, [step, text, spokenMs, read])
  const keep = useCallback(async () => {
    await interviewStore.save(id, { draft: draft(), waiting: waiting.current })
    setSaved(true)
  }, [id, draft, waiting, setSaved])
  useKeeping(id, { open: ready && step !== undefined, draft, keep, idle: delivery === 'idle' })

  useRestored(initial, ({ draft: kept, waiting: given }) => {
    if (kept && kept.clock >= initial.clock) {
      setClock(kept.clock)
      if (kept.step === initial.now?.step) answer.put(kept.text, kept.spokenMs)
    }
    setReady(true)
    if (given) void deliver(given)
  })

  const act = (action: InterviewAction) => void deliver(action, keep)
  const done = () => ({ id: randomId(), clock: Math.round(read()) })
  return {
    ...{ ready, view, clock, paused, setPaused, delivery, sendAgain },
    ...{ text, setText: answer.write, addSpoken: answer.addSpoken, saved: answer.saved },
    notice: refusal || late,
    give: () => step && act({ kind: 'answered', ...done(), step, text, spokenMs: Math.round(spokenMs) }),
    skip: () => step && act({ kind: 'skipped', ...done(), step, text }),
    stop: () => step && act({ kind: 'stopped', ...done(), step, text }),
    code: (coded) => act({ kind: 'coded', ...done(), step: 'coding', coded }),
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

/** Gives, once, what this device keeps of an interview. */
function useRestored({ id }: InterviewView, restore: (kept: KeptInterview) => void): void {
  const once = useRef(restore)
  useEffect(() => {
    let here = true
    void interviewStore.read(id).then((kept) => here && once.current(kept))
    return () => {
      here = false
    }
  }, [id])
}
