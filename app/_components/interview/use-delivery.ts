import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { ActionAnswer, InterviewAction } from '#app/api/_contract/interview.ts'
import { sendAction } from './interview-api.ts'

/** How what was given stands: `waiting` where the server does not answer, and it is kept on this device. */
export type Delivery = 'idle' | 'sending' | 'waiting'

export interface UsedDelivery {
  readonly delivery: Delivery
  /** Why the server did not take it; empty where it did. */
  readonly refusal: string
  /** What was given and is not taken yet. */
  readonly waiting: RefObject<InterviewAction | undefined>
  /** Puts something into the server's hands. It is kept first, so that it outlives this page. */
  readonly deliver: (action: InterviewAction, keep?: () => Promise<void>) => Promise<void>
  readonly sendAgain: () => void
}

const FIRST_RETRY = 2000
const LONGEST_RETRY = 30_000

/** Sends what the learner did until the server has answered it, one thing at a time. */
export function useDelivery(
  interview: string,
  taken: (answer: ActionAnswer, action: InterviewAction) => void,
): UsedDelivery {
  const [delivery, setDelivery] = useState<Delivery>('idle')
  const [refusal, setRefusal] = useState('')
  const waiting = useRef<InterviewAction>(undefined)
  const underWay = useRef(false)
  const told = useRef(taken)
  useEffect(() => {
    told.current = taken
  }, [taken])

  const send = useCallback(async () => {
    const action = waiting.current
    if (!action || underWay.current) return
    underWay.current = true
    const sent = await sendAction(interview, action)
    underWay.current = false
    if (sent.kind === 'unreachable') return setDelivery('waiting')
    waiting.current = undefined
    setDelivery('idle')
    if (sent.kind === 'refused') setRefusal(`${sent.reason} Your text is still here.`)
    else told.current(sent, action)
  }, [interview])
  useRetries(delivery, send)

  const deliver: UsedDelivery['deliver'] = useCallback(
    async (action, keep) => {
      if (waiting.current) return
      waiting.current = action
      setDelivery('sending')
      setRefusal('')
      await keep?.()
      await send()
    },
    [send],
  )
  return { delivery, refusal, waiting, deliver, sendAgain: () => void send() }
}

/** What waits is sent again: after 2, 4, 8 … seconds, and as soon as the line is back. */
function useRetries(delivery: Delivery, send: () => Promise<void>): void {
  useEffect(() => {
    if (delivery !== 'waiting') return
    let wait = FIRST_RETRY
    let timer = setTimeout(retry, wait)
    function retry() {
      clearTimeout(timer)
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
