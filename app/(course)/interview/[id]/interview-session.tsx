'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '#app/_components/ui/button.tsx'
import { createLazyView } from '#app/_components/ui/lazy-view.tsx'
import { announceClock, formatClock } from '#app/_components/workbench/format-clock.ts'
import type { TimedExercise } from '#app/_components/workbench/timed-workbench.tsx'
import type { InterviewView } from '#lib/contract/interview.ts'
import answerDeskStyles from './answer-form.module.css'
import { AnswerForm } from './answer-form.tsx'
import styles from './interview-session.module.css'
import { InterviewTimeline } from './interview-timeline.tsx'
import { type UseInterviewResult, useInterview } from './use-interview.ts'

const LazyTimedBench = createLazyView(
  async () => (await import('#app/_components/workbench/timed-workbench.tsx')).TimedWorkbench,
)
const LazyAskDialog = createLazyView(
  async () => (await import('#app/_components/workbench/confirm-dialog.tsx')).ConfirmDialog,
)

interface InterviewRoomProps {
  readonly initial: InterviewView
  /** What the coding round asks for; absent where there is none. */
  readonly coding: TimedExercise | undefined
}

/** A mock interview that is under way: the trail with its clock, and one question at a time. */
export function InterviewSession({ initial, coding }: InterviewRoomProps) {
  const interview = useInterview(initial)
  const [stopping, setStopping] = useState(false)
  const { view, clock, paused, setPaused } = interview
  const { now } = view
  const inCode = now?.step === 'coding'
  return (
    <main id="main" className={inCode ? `${styles.room} ${styles.coding}` : styles.room}>
      <InterviewTimeline view={view} clock={clock}>
        {!inCode && now && (
          <Button disabled={!interview.ready} onClick={() => setPaused(!paused)}>
            {paused ? 'Resume' : 'Pause'}
            {!paused && <span className="vh">; this stops the clock</span>}
          </Button>
        )}
      </InterviewTimeline>
      <Stage {...{ interview, coding }} onStop={() => setStopping(true)} />
      <p className="vh" role="status" aria-live="polite">
        {!inCode && announceClock(view.lengthMs - clock, view.lengthMs) /* the round has its own clock */}
      </p>
      {stopping && (
        <LazyAskDialog
          title="End the interview?"
          text="Your answers so far go to the debrief. You can’t resume this interview afterwards."
          confirmLabel="End interview"
          cancelLabel="Keep going"
          onConfirm={() => {
            setStopping(false)
            interview.stop()
          }}
          onClose={() => setStopping(false)}
        />
      )}
    </main>
  )
}

interface StageProps {
  readonly interview: UseInterviewResult
  readonly coding: TimedExercise | undefined
  readonly onStop: () => void
}

/** The content next to the timeline: a question, the coding round, a pause, or the link to the debrief. */
function Stage({ interview, coding, onStop }: StageProps): ReactNode {
  const { view, paused, clock, setPaused, notice } = interview
  if (!view.now)
    return (
      <section className={answerDeskStyles.asked}>
        <h1>The interview is over</h1>
        {notice && (
          <p className={answerDeskStyles.notice} role="status">
            {notice}
          </p>
        )}
        <p className={`cluster ${answerDeskStyles.actions}`}>
          <Button variant="primary" href={`/interview/${view.id}`}>
            Read the debrief
          </Button>
        </p>
      </section>
    )
  if (view.now.step === 'coding' && coding)
    return (
      <section aria-labelledby="asked">
        <div className={`page ${styles.codingHead}`}>
          <h1 id="asked">
            Write <code translate="no">{coding.exercise.name}</code>
          </h1>
          <p className="quiet">
            Blank file, no hints, no autocomplete. Say or type your reasoning as you go; it’s part of the interview.
          </p>
          {interview.sendStatus === 'waiting' && (
            <p role="status">Saved on this device. We’ll send the round when the server responds.</p>
          )}
          {notice && <p role="status">{notice}</p>}
        </div>
        <LazyTimedBench
          whileLoading={<p className="page quiet">Loading the editor</p>}
          {...coding}
          attempt={`interview:${view.id}`}
          limitMs={view.now.budgetMs}
          withNotes
          onEnd={interview.code}
        />
      </section>
    )
  if (paused)
    return (
      <section className={answerDeskStyles.asked}>
        <h1>The interview is paused</h1>
        <p className="quiet">The clock is at {formatClock(view.lengthMs - clock)}. Your answer is still here.</p>
        <div className={`cluster ${answerDeskStyles.actions}`}>
          <Button variant="primary" onClick={() => setPaused(false)}>
            Resume
          </Button>
        </div>
      </section>
    )
  return <AnswerForm key={view.now.step} {...{ interview, onStop }} now={view.now} />
}
