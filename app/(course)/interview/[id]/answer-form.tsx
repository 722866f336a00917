'use client'

import { Mic } from 'lucide'
import { type KeyboardEvent, useEffect, useRef, useSyncExternalStore } from 'react'
import { Button } from '#app/_components/ui/button.tsx'
import { CardLine } from '#app/_components/ui/card-html.tsx'
import fieldStyles from '#app/_components/ui/field.module.css'
import { Icon } from '#app/_components/ui/icon.tsx'
import { isComposing } from '#app/_components/ui/shortcut-key.ts'
import type { InterviewView } from '#lib/contract/interview.ts'
import { countWords } from '#lib/interview/speech.ts'
import { hearsSpeech } from '../speech-recognition.ts'
import { replaceTranscript } from '../transcript.ts'
import styles from './answer-form.module.css'
import { MarkedText } from './marked-text.tsx'
import { useDictation } from './use-dictation.ts'
import type { UseInterviewResult } from './use-interview.ts'

interface AnswerFormProps {
  readonly interview: UseInterviewResult
  readonly now: NonNullable<InterviewView['now']>
  readonly onStop: () => void
}

/** One question, and the box that it is answered in. */
export function AnswerForm({ interview, now, onStop }: AnswerFormProps) {
  const { ready, view, text, setText, sendStatus: delivery, notice, submitAnswer: give, clock } = interview
  const box = useRef<HTMLTextAreaElement>(null)
  const closed = !ready || delivery !== 'idle'
  const over = clock >= view.lengthMs
  useEffect(() => box.current?.focus({ preventScroll: true }), [])

  const byKeys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event.nativeEvent)) return
    event.preventDefault()
    giveIt()
  }
  const giveIt = () => {
    if (text.trim() === '') box.current?.focus()
    else give()
  }
  return (
    <section className={styles.asked} aria-labelledby="asked">
      {now.lead && <p className="quiet">{now.lead}</p>}
      <h1 id="asked">
        <CardLine html={now.question} />
      </h1>
      <textarea
        ref={box}
        className={`${fieldStyles.input} ${styles.answer}`}
        aria-label="Your answer"
        aria-describedby="asked answer-state"
        value={text}
        readOnly={closed}
        maxLength={20_000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={byKeys}
      />
      <div className={`cluster ${styles.actions}`}>
        <Button variant="primary" onClick={giveIt} disabled={!ready} aria-disabled={closed}>
          {over ? 'Submit and finish' : 'Submit answer'} <kbd>Ctrl ↵</kbd>
        </Button>
        {view.voice && (
          <SpeakButton
            disabled={closed}
            onTranscript={(before, after) => setText((answer) => replaceTranscript(answer, before, after))}
            onSpoken={interview.addSpoken}
          />
        )}
        <Button variant="plain" onClick={interview.skip} disabled={closed}>
          Skip question
        </Button>
        <span className={`quiet small num ${styles.state}`} id="answer-state">
          {describeState(interview, now.budgetMs)}
        </span>
      </div>
      <Notices interview={interview} over={over} />
      {notice && (
        <p className={styles.notice} role="status">
          {notice}
        </p>
      )}
      {view.heard && <Heard heard={view.heard} />}
      <p className={`quiet small ${styles.end}`}>
        {view.voice && 'Your browser’s own speech service turns what you say into text. '}
        <Button variant="link" onClick={onStop} disabled={closed}>
          End the interview
        </Button>
      </p>
    </section>
  )
}

function Notices({ interview, over }: { readonly interview: UseInterviewResult; readonly over: boolean }) {
  return (
    <div role="status">
      {interview.sendStatus === 'waiting' && (
        <p className={styles.notice}>
          Saved on this device. The clock keeps running. We’ll send your answer when the server responds.{' '}
          <Button variant="link" onClick={interview.sendAgain}>
            Send it now
          </Button>
        </p>
      )}
      {over && interview.sendStatus === 'idle' && (
        <p className={styles.notice}>Time’s up. Finish this answer; there are no more questions.</p>
      )}
    </div>
  )
}

/** The last answer with the phrases that were taken for a point: the learner's own words, nothing of the model answer. */
function Heard({ heard }: { readonly heard: NonNullable<InterviewView['heard']> }) {
  const points = heard.marks.length
  return (
    <details className={styles.heard}>
      <summary className="hit quiet small no-marker">
        Your last answer covered {points === 0 ? 'no key points' : `${points} key ${points === 1 ? 'point' : 'points'}`}
      </summary>
      <div className="prose">
        <p>
          <MarkedText {...heard} />
        </p>
      </div>
      <p className={`faint small ${styles.end}`}>You can correct each one in the debrief.</p>
    </details>
  )
}

function describeState({ text, saved, sendStatus: delivery }: UseInterviewResult, budgetMs: number): string {
  if (delivery === 'sending') return 'Submitted'
  const words = countWords(text)
  if (words === 0) return `Take about ${formatMinutes(budgetMs)}`
  return `${words} ${words === 1 ? 'word' : 'words'}${saved ? ', saved' : ''}`
}

function formatMinutes(ms: number): string {
  const halves = Math.max(1, Math.round(ms / 30_000))
  if (halves === 1) return 'half a minute'
  if (halves === 2) return 'a minute'
  return halves % 2 === 0 ? `${halves / 2} minutes` : `${Math.floor(halves / 2)}½ minutes`
}

interface SpeakButtonProps {
  /** The transcript of this dictation has changed from `before` (empty at first) to `after`. */
  readonly onTranscript: (before: string, after: string) => void
  /** Called with how long the microphone was open, in milliseconds. */
  readonly onSpoken: (ms: number) => void
  readonly disabled: boolean
}

/** Turns speech into text with the browser’s speech recognition, and says so if the browser has none. */
function SpeakButton({ onTranscript, onSpoken, disabled }: SpeakButtonProps) {
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
        <Icon icon={Mic} />
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
