'use client'

import { Mic } from 'lucide'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Icon } from '../ui/icon.tsx'
import { failureWords, hearsSpeech, openRecognition, type Recognition } from './speech-recognition.ts'

interface SpeakButtonProps {
  /** A sentence or two that were understood. */
  readonly onHeard: (text: string) => void
  /** The microphone was open for so long, in milliseconds. */
  readonly onSpoken: (ms: number) => void
  readonly disabled: boolean
}

/** Turns speech into text with the browser's own recognition. Nothing where there is none. */
export function SpeakButton({ onHeard, onSpoken, disabled }: SpeakButtonProps) {
  const there = useSyncExternalStore(
    () => () => undefined,
    hearsSpeech,
    () => false,
  )
  const { on, interim, failure, toggle, stop } = useDictation(onHeard, onSpoken)
  useEffect(() => {
    if (disabled) stop()
  }, [disabled, stop])
  if (!there) return null
  return (
    <>
      <button type="button" className="button" aria-pressed={on} disabled={disabled} onClick={toggle}>
        <Icon of={Mic} />
        {on ? 'Stop speaking' : 'Speak'}
      </button>
      {on && <span className="interim">{interim || 'Listening'}</span>}
      <span className="interim" role="status">
        {failure}
      </span>
    </>
  )
}

function useDictation(onHeard: (text: string) => void, onSpoken: (ms: number) => void) {
  const [on, setOn] = useState(false)
  const [interim, setInterim] = useState('')
  const [failure, setFailure] = useState('')
  const recognition = useRef<Recognition>(undefined)
  const told = useRef({ onHeard, onSpoken })
  useEffect(() => {
    told.current = { onHeard, onSpoken }
  }, [onHeard, onSpoken])

  const stop = useCallback(() => {
    recognition.current?.stop()
    recognition.current = undefined
    setOn(false)
    setInterim('')
  }, [])
  const start = useCallback(() => {
    const it = openRecognition()
    if (!it) return
    it.continuous = true
    it.interimResults = true
    it.lang = 'en-US'
    let since = Date.now()
    const count = () => {
      told.current.onSpoken(Date.now() - since)
      since = Date.now()
    }
    it.onresult = ({ resultIndex, results }) => {
      const fresh = Array.from(results).slice(resultIndex)
      const text = (final: boolean) => fresh.map((r) => (r.isFinal === final ? (r[0]?.transcript ?? '') : '')).join('')
      if (text(true)) told.current.onHeard(text(true))
      setInterim(text(false))
      count()
    }
    it.onerror = ({ error }) => {
      const words = failureWords(error)
      if (!words) return
      setFailure(words)
      stop()
    }
    // browsers end it after a pause: it goes on until the learner stops it
    it.onend = () => {
      count()
      if (recognition.current === it) it.start()
    }
    recognition.current = it
    setFailure('')
    setOn(true)
    it.start()
  }, [stop])
  useEffect(() => stop, [stop])
  return { on, interim, failure, toggle: on ? stop : start, stop }
}
