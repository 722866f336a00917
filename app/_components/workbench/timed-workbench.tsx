'use client'

import { ArrowRight, Clock } from 'lucide'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { WorkbenchExercise } from '#lib/course/workbench-exercise.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { isComposing } from '../ui/shortcut-key.ts'
import type { TimedResult } from './attempt-store.ts'
import benchStyles from './bench.module.css'
import clockStyles from './clock.module.css'
import { describeEnd } from './describe-end.ts'
import { EditorPane } from './editor-pane.tsx'
import { announceClock, formatClock } from './format-clock.ts'
import { LazyAskDialog, LazySpoken } from './lazy-workbench-views.ts'
import styles from './timed-bench.module.css'
import { type TimedRound, useTimedRound } from './use-timed-round.ts'
import { type UseWorkbenchResult, useWorkbench } from './use-workbench.ts'
import { describeUngraded, VerdictPane } from './verdict-pane.tsx'

/** What a page gives a timed bench: the exercise without its helps, the blank file as it stands there before the editor, the task. */
export interface TimedExercise {
  /** As `timedExercise` makes it. */
  readonly exercise: WorkbenchExercise
  /** The blank file, set on the server. */
  readonly code: ReactNode
  /** The task: the brief as the lesson has it. */
  readonly brief: ReactNode
}

interface TimedBenchProps extends TimedExercise {
  /** Names this round: what was written, run and read off the clock is kept under it on this device. */
  readonly attempt: string
  readonly limitMs: number
  /** A field for think-aloud notes next to the task. */
  readonly withNotes?: boolean
  /** Called when the learner leaves a round that is over. */
  readonly onEnd: (result: TimedResult) => void
}

/**
 * An exercise against the clock: a blank file, no hints, no solution, no completion; Run and its verdict as always.
 *
 * A pass, the clock or the learner ends the round; its verdict stays in sight until the learner continues.
 */
export function TimedWorkbench({ exercise, code, brief, attempt, limitMs, withNotes, onEnd }: TimedBenchProps) {
  const keys = useId()
  const timedExercise = useMemo(() => ({ ...exercise, attempt }), [exercise, attempt])
  const workbench = useWorkbench(timedExercise, keys)
  const round = useTimedRound(attempt, limitMs, workbench.state)
  const { wake } = workbench
  useEffect(() => {
    const soon = setTimeout(wake, 0) // not within an effect that React may run twice
    return () => clearTimeout(soon)
  }, [wake])
  return (
    <div className={styles.timed}>
      <div className={benchStyles.inner}>
        <h2 className="vh">{exercise.name} against the clock</h2>
        <RoundBar name={exercise.name} {...{ round, limitMs, onEnd }} />
        <div className={benchStyles.brief}>
          {brief}
          {withNotes && <Notes round={round} />}
        </div>
      </div>
      <div className={`${benchStyles.inner} ${benchStyles.flush}`}>
        <Spread {...{ workbench, exercise: timedExercise, code, keys }} over={round.result !== undefined} />
      </div>
    </div>
  )
}

interface SpreadProps {
  readonly workbench: UseWorkbenchResult
  readonly exercise: WorkbenchExercise
  readonly code: ReactNode
  readonly keys: string
  readonly over: boolean
}

function Spread({ workbench, exercise, code, keys, over }: SpreadProps) {
  const pane = useRef<HTMLElement>(null)
  const { page, running } = workbench.state
  const betweenPanes = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || isComposing(event.nativeEvent)) return
    event.preventDefault()
    if (pane.current?.contains(document.activeElement)) workbench.focus()
    else pane.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: F6 moves between the two panes, which are regions
    <div className={benchStyles.spread} onKeyDown={betweenPanes}>
      <div className={styles.editor} inert={over}>
        <EditorPane {...{ workbench, exercise, code, keys }} passed={false} bare />
      </div>
      <VerdictPane state={workbench.state} exercise={exercise} pane={pane} onRun={workbench.run} />
      <p className="vh" role="status" aria-live="polite">
        {page.kind === 'graded' && !running && <LazySpoken run={page} ifFailed={page.verdict.headline} />}
        {page.kind === 'our-fault' && describeUngraded(page)}
      </p>
    </div>
  )
}

interface RoundBarProps {
  readonly name: string
  readonly round: TimedRound
  readonly limitMs: number
  readonly onEnd: (result: TimedResult) => void
}

/** How much time is left, or what came of the round; and the way on. */
function RoundBar({ name, round, limitMs, onEnd }: RoundBarProps) {
  const [asking, setAsking] = useState(false)
  const on = useRef<HTMLButtonElement>(null)
  const { result, elapsed, ready } = round
  const remainingMs = limitMs - elapsed
  const ran = useRef(false)
  // where the round ended under the learner's hands the way on takes the focus; the verdict stays in sight
  useEffect(() => {
    if (ready && !result) ran.current = true
    if (result && ran.current) on.current?.focus({ preventScroll: true })
  }, [ready, result])
  return (
    <div className={`cluster ${styles.bar}`}>
      {result ? (
        <>
          <p className={styles.end}>{describeEnd(result)}</p>
          <Button variant="primary" ref={on} onClick={() => onEnd(result)}>
            Continue <Icon icon={ArrowRight} />
          </Button>
        </>
      ) : (
        <>
          <p className={`cluster ${clockStyles.clock}`} role="timer" aria-label={`Time left for ${name}`}>
            <Icon icon={Clock} />
            <span className={clockStyles.time}>{formatClock(remainingMs)}</span>{' '}
            <span className="quiet">left of {formatClock(limitMs)}</span>
          </p>
          <Button onClick={() => setAsking(true)}>End the round</Button>
        </>
      )}
      <p className="vh" role="status" aria-live="polite">
        {result ? describeEnd(result) : ready && announceClock(remainingMs, limitMs)}
      </p>
      {asking && !result && (
        <LazyAskDialog
          title="End this round?"
          text="Your code doesn’t pass yet. The round counts as it is, and your code stays on this device."
          confirmLabel="End the round"
          cancelLabel="Keep writing"
          onConfirm={() => {
            setAsking(false)
            round.end()
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

function Notes({ round }: { readonly round: TimedRound }) {
  const id = useId()
  return (
    <Field htmlFor={id} label="Think aloud" className={styles.notes}>
      <textarea
        id={id}
        value={round.notes}
        maxLength={20_000}
        readOnly={round.result !== undefined}
        onChange={(event) => round.setNotes(event.target.value)}
        placeholder="What you would say while you write: the plan, the shapes, the edge cases, the cost."
      />
    </Field>
  )
}
