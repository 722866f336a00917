'use client'

import { Mic } from 'lucide'
import { useEffect, useSyncExternalStore } from 'react'
import { Button } from '#app/_components/ui/button.tsx'
import { Icon } from '#app/_components/ui/icon.tsx'
import { hearsSpeech } from '../speech-recognition.ts'
import styles from './answer-form.module.css'
import { useDictation } from './use-dictation.ts'

interface SpeakButtonProps {
  /** The transcript of this dictation has changed from `before` (empty at first) to `after`. */
  readonly onTranscript: (before: string, after: string) => void
  /** The microphone was open for so long, in milliseconds. */
  readonly onSpoken: (ms: number) => void
  readonly disabled: boolean
}

/** Turns speech into text with the browser’s speech recognition, and says so if the browser has none. */
export function SpeakButton({ onTranscript, onSpoken, disabled }: SpeakButtonProps) {
  const isAvailable = useSyncExternalStore(subscribeToNothing, hearsSpeech, () => undefined)
  const { status, message, start, stop, abort } = useDictation({ onTranscript, onSpoken })
  useEffect(() => {
    if (disabled) abort()
  }, [disabled, abort])
  if (isAvailable === undefined) return null
  if (!isAvailable)
    return <span className={styles.interim}>This browser can’t turn speech into text. Write your answer.</span>
  const isOn = status !== 'stopped'
  return (
    <>
      <Button aria-pressed={isOn} disabled={disabled} onClick={isOn ? stop : start}>
        <Icon of={Mic} />
        {isOn ? 'Stop speaking' : 'Speak'}
      </Button>
      <span className={styles.interim} role="status">
        {status === 'stopped' ? message : status === 'listening' ? 'Listening' : 'Waiting for the microphone'}
      </span>
    </>
  )
}

/** A browser’s features don’t change while a page is open. */
const subscribeToNothing = () => () => undefined
