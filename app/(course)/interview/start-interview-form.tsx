'use client'

import { type FormEvent, useRef, useState, useSyncExternalStore } from 'react'
import { ApiError } from '#lib/client/api.ts'
import { randomId } from '#lib/client/random-id.ts'
import type { InterviewBody } from '#lib/contract/interview.ts'
import { Segmented } from '../../_components/figure/segmented.tsx'
import { startInterview } from '../../_components/sending/interview-api.ts'
import { Button } from '../../_components/ui/button.tsx'
import { FieldError } from '../../_components/ui/field.tsx'
import styles from './plan.module.css'
import { hearsSpeech } from './speech-recognition.ts'

/** A part of the course with what it is about. */
export interface TopicChoice {
  readonly title: string
  /** “Masked attention, scaling” */
  readonly about: string
  /** Slugs of its lessons. */
  readonly lessons: readonly string[]
}

interface BeginFormProps {
  readonly parts: readonly TopicChoice[]
  /** “Masked attention, scaling”; empty where nothing is known yet. */
  readonly weak: string
}

const LENGTHS = ['10', '25', '45'] as const

/** Length, topics, coding round, and how one answers. */
export function StartInterviewForm({ parts, weak }: BeginFormProps) {
  const [minutes, setMinutes] = useState<(typeof LENGTHS)[number]>('25')
  const [about, setAbout] = useState<'parts' | 'weak'>('parts')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(parts.map(({ title }) => title)))
  const [coding, setCoding] = useState(false)
  const [voice, setVoice] = useState<'writing' | 'voice'>('writing')
  const [problem, setProblem] = useState('')
  const [beginning, setBeginning] = useState(false)
  const hydrated = useHydrated()
  const withAttemptId = useAttemptId()

  const begin = async (event: FormEvent) => {
    event.preventDefault()
    if (beginning) return
    const topics = about === 'weak' ? [] : parts.flatMap(({ title, lessons }) => (chosen.has(title) ? lessons : []))
    if (about === 'parts' && topics.length === 0) return setProblem('Choose at least one topic.')
    setBeginning(true)
    setProblem('')
    try {
      const { id } = await startInterview(
        withAttemptId({
          minutes: Number(minutes) as 10 | 25 | 45,
          topics: [...topics],
          weak: about === 'weak',
          coding,
          voice: voice === 'voice',
        }),
      )
      location.assign(`/interview/${id}`)
    } catch (error) {
      setBeginning(false)
      setProblem(describeBeginFailure(error))
    }
  }
  return (
    <form onSubmit={(event) => void begin(event)}>
      <fieldset className={styles.begin} disabled={!hydrated}>
        <legend className="vh">Set up your interview</legend>
        <Segmented
          label="Length"
          options={LENGTHS.map((value) => ({ value, label: `${value} minutes` }))}
          value={minutes}
          onChange={setMinutes}
        />
        <Segmented
          label="Topics"
          options={[
            { value: 'parts', label: 'Sections of the course' },
            { value: 'weak', label: 'My weak spots' },
          ]}
          value={about}
          onChange={setAbout}
        />
        {about === 'parts' ? (
          <Parts parts={parts} chosen={chosen} onChange={setChosen} />
        ) : (
          <p className="quiet">
            {weak
              ? `Based on your exercises, reviews and interviews: ${weak}.`
              : 'We don’t know your weak topics yet. This interview covers all topics; the next one will focus on the weak ones.'}
          </p>
        )}
        <label className={styles.check}>
          <input type="checkbox" checked={coding} onChange={(event) => setCoding(event.target.checked)} />
          <span>
            With a coding round
            <small>An exercise of the course in a blank file, against the clock.</small>
          </span>
        </label>
        <AnswerBy value={voice} onChange={setVoice} />
        {problem && <FieldError>{problem}</FieldError>}
        <p>
          <Button type="submit" variant="primary" aria-disabled={beginning}>
            Start interview
          </Button>
        </p>
      </fieldset>
    </form>
  )
}

/** A retry with the same choices has the same id, so the server begins one interview even if its answer was lost. */
function useAttemptId(): (choices: Omit<InterviewBody, 'id'>) => InterviewBody {
  const last = useRef({ choices: '', id: '' })
  return (choices) => {
    const text = JSON.stringify(choices)
    if (last.current.choices !== text) last.current = { choices: text, id: randomId() }
    return { id: last.current.id, ...choices }
  }
}

function describeBeginFailure(error: unknown): string {
  if (!(error instanceof ApiError)) return 'We couldn’t start the interview. Try again in a moment.'
  if (error.failure.kind !== 'unreachable') return error.message
  return 'We can’t reach the server, which asks the questions. Your choices are still here: start when you’re online again.'
}

interface PartsProps {
  readonly parts: readonly TopicChoice[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

function Parts({ parts, chosen, onChange }: PartsProps) {
  const set = (title: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(title)
    else next.delete(title)
    onChange(next)
  }
  return (
    <fieldset className={styles.parts}>
      <legend className="vh">Sections of the course</legend>
      {parts.map(({ title, about }) => (
        <label className={styles.check} key={title}>
          <input type="checkbox" checked={chosen.has(title)} onChange={(event) => set(title, event.target.checked)} />
          <span>
            {title}
            <small>{about}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface AnswerByProps {
  readonly value: 'writing' | 'voice'
  readonly onChange: (value: 'writing' | 'voice') => void
}

/** Voice is offered where the browser can turn speech into text, and says where the sound goes. */
function AnswerBy({ value, onChange }: AnswerByProps) {
  const there = useSyncExternalStore(
    () => () => undefined,
    hearsSpeech,
    () => false,
  )
  if (!there) return <p className="quiet">Answer in writing: this browser can’t turn speech into text.</p>
  return (
    <>
      <Segmented
        label="Answer by"
        options={[
          { value: 'writing', label: 'Writing' },
          { value: 'voice', label: 'Voice and writing' },
        ]}
        value={value}
        onChange={onChange}
      />
      {value === 'voice' && (
        <p className="quiet">
          Your browser turns what you say into text with its own speech service: Chrome sends the audio to Google, Edge
          to Microsoft, Safari to Apple. This course gets the text only. The microphone is open while the button says
          “Stop speaking”, and you can write at any time.
        </p>
      )}
    </>
  )
}

/** Whether this page listens already: what is typed or pressed before would be lost, so controls wait for it. */
const useHydrated = (): boolean =>
  useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
