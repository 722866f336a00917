import { useCallback, useEffect, useRef, useState } from 'react'
import { describeSpeechError, openRecognition, type Recognition, readSegments } from '../speech-recognition.ts'
import { createTranscript } from '../transcript.ts'

/** A session that ends sooner than this without a word has failed. After a few in a row we stop. */
const MIN_SESSION_MS = 1000
const MAX_EMPTY_SESSIONS = 3

interface DictationHandlers {
  /** The transcript of the current session has changed from `before` to `after`. */
  readonly onTranscript: (before: string, after: string) => void
  /** How long the microphone was open, in milliseconds, since the last call. */
  readonly onSpoken: (ms: number) => void
}

interface UseDictationResult {
  /** `starting` until the microphone is open: the browser may be asking for permission. */
  readonly status: 'stopped' | 'starting' | 'listening'
  /** Why it stopped; empty if the learner stopped it. */
  readonly message: string
  readonly start: () => void
  /** Stops listening. The last words may still arrive. */
  readonly stop: () => void
  /** Stops and ignores whatever still arrives. */
  readonly abort: () => void
}

/** Listens until stopped. Browsers end a session after a pause, so the next one starts automatically. */
export function useDictation({ onTranscript, onSpoken }: DictationHandlers): UseDictationResult {
  const [status, setStatus] = useState<UseDictationResult['status']>('stopped')
  const [message, setMessage] = useState('')
  const session = useRef<Recognition>(undefined)
  const isWanted = useRef(false)
  const handlers = useRef({ onTranscript, onSpoken })
  useEffect(() => {
    handlers.current = { onTranscript, onSpoken }
  }, [onTranscript, onSpoken])

  const end = useCallback((reason = '') => {
    isWanted.current = false
    setStatus('stopped')
    setMessage(reason)
  }, [])
  const stop = useCallback(() => {
    if (!isWanted.current) return
    end()
    session.current?.stop()
  }, [end])
  const abort = useCallback(
    (reason = '') => {
      const open = session.current
      session.current = undefined
      if (isWanted.current) end(reason)
      if (!open) return
      open.onresult = open.onerror = open.onend = open.onstart = null
      open.stop()
    },
    [end],
  )

  const start = useCallback(() => {
    let emptySessions = 0
    const listen = () => {
      const recognition = openRecognition()
      if (!recognition) return
      recognition.continuous = true
      recognition.interimResults = true
      recognition.lang = 'en-US'
      const transcript = createTranscript()
      const openedAt = performance.now() // the time of day may be set back while the learner speaks
      let heard = ''
      let since = openedAt
      const countSpoken = () => {
        handlers.current.onSpoken(Math.round(performance.now() - since))
        since = performance.now()
      }
      recognition.onstart = () => {
        since = performance.now()
        if (isWanted.current) setStatus('listening')
      }
      recognition.onresult = (event) => {
        const text = transcript.update(readSegments(event))
        const before = heard
        heard = text
        if (text !== before) handlers.current.onTranscript(before, text)
        if (isWanted.current) setStatus('listening')
        countSpoken()
      }
      recognition.onerror = ({ error }) => {
        if (isWanted.current) end(describeSpeechError(error))
      }
      recognition.onend = () => {
        countSpoken()
        if (session.current === recognition) session.current = undefined
        if (!isWanted.current) return
        emptySessions = heard === '' && performance.now() - openedAt < MIN_SESSION_MS ? emptySessions + 1 : 0
        if (emptySessions >= MAX_EMPTY_SESSIONS) end('The browser keeps ending speech recognition. Write your answer.')
        else listen()
      }
      session.current = recognition
      try {
        recognition.start()
      } catch (error) {
        session.current = undefined
        end(describeSpeechError(error instanceof DOMException ? error.name : 'unknown'))
      }
    }
    abort() // a session that was stopped may still be ending
    isWanted.current = true
    setMessage('')
    setStatus('starting')
    listen()
  }, [abort, end])

  useEffect(() => {
    const stopWhenHidden = () => {
      if (document.visibilityState === 'hidden' && isWanted.current)
        abort('Listening stopped because this page was hidden. Press Speak to continue.')
    }
    document.addEventListener('visibilitychange', stopWhenHidden)
    return () => {
      document.removeEventListener('visibilitychange', stopWhenHidden)
      abort()
    }
  }, [abort])
  return { status, message, start, stop, abort }
}
