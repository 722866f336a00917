import { useCallback, useEffect, useRef, useState } from 'react'
import { actionQueues } from '#app/_components/sending/action-queue.ts'
import type { ActionAnswer, InterviewAction } from '#lib/contract/interview.ts'

/** The state of the last action: `waiting` while the server can’t be reached and this device keeps it. */
export type SendStatus = 'idle' | 'sending' | 'waiting'

interface UseActionQueueResult {
  readonly status: SendStatus
  /** Why the server refused it; empty if it didn’t. */
  readonly refusal: string
  /** Stores an action, then sends it. Does nothing while one is under way. */
  readonly submit: (action: InterviewAction) => Promise<void>
  readonly sendAgain: () => void
}

/** Sends what the learner does in an interview, one action at a time, starting with what an earlier visit left. */
export function useActionQueue(
  interview: string,
  onTaken: (answer: ActionAnswer, action: InterviewAction) => void,
): UseActionQueueResult {
  const [status, setStatus] = useState<SendStatus>('idle')
  const [refusal, setRefusal] = useState('')
  const current = useRef<InterviewAction>(undefined)
  const handler = useRef(onTaken)
  useEffect(() => {
    handler.current = onTaken
  }, [onTaken])

  useEffect(() => {
    let isHere = true
    let stop = () => {}
    void actionQueues.open().then(async (queue) => {
      if (!isHere) return
      stop = queue.listen(({ id, result }) => {
        const action = current.current
        if (!action || action.id !== id) return
        if (result.kind === 'done' || result.kind === 'refused') {
          current.current = undefined
          setStatus('idle')
          if (result.kind === 'done') handler.current(result.value, action)
          else setRefusal(`${result.reason} Your text is still here.`)
          return
        }
        setStatus('waiting')
        setRefusal(result.kind === 'signed-out' || result.kind === 'other-learner' ? result.reason : '')
      })
      const waiting = (await queue.list()).find(({ payload }) => payload.interview === interview)
      if (!isHere || !waiting || current.current) return
      current.current = waiting.payload.action
      setStatus('sending')
      await queue.flushNow()
    })
    return () => {
      isHere = false
      stop()
    }
  }, [interview])

  const submit = useCallback(
    async (action: InterviewAction) => {
      if (current.current) return
      current.current = action
      setStatus('sending')
      setRefusal('')
      await (await actionQueues.open()).add(action.id, { interview, action })
    },
    [interview],
  )
  const sendAgain = useCallback(() => void actionQueues.open().then((queue) => queue.flushNow()), [])
  return { status, refusal, submit, sendAgain }
}
