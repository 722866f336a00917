'use client'

import type { RefObject } from 'react'
import { Triangle } from '#app/_components/ui/triangle.tsx'
import type { WorkbenchExercise } from '#lib/course/workbench-exercise.ts'
import { LazyOurFault, LazyVerdictView } from './lazy-workbench-views.ts'
import styles from './verdict-pane.module.css'
import type { GradedRun, WorkbenchState } from './workbench-state.ts'

interface VerdictPaneProps {
  readonly state: WorkbenchState
  readonly exercise: WorkbenchExercise
  readonly pane: RefObject<HTMLElement | null>
  readonly onRun: () => void
}

/** The right page: empty, running, or what came of the run. It has its height from the start. */
export function VerdictPane({ state, exercise, pane, onRun }: VerdictPaneProps) {
  const { page, running } = state
  return (
    <section
      className={`no-print ${styles.verdict}`}
      aria-label="Verdict"
      aria-busy={running !== undefined}
      tabIndex={-1}
      ref={pane}
    >
      {running?.slow ? (
        <Running inputs={running.inputs} />
      ) : page.kind === 'empty' ? (
        <Empty />
      ) : (
        <>
          {page.kind === 'graded' && (
            <LazyVerdictView
              key={page.run}
              run={page}
              exercise={exercise}
              whileLoading={<Running inputs={undefined} />}
              ifFailed={<PlainVerdict run={page} />}
            />
          )}
          {page.kind === 'our-fault' && (
            <LazyOurFault {...page} onRun={onRun} ifFailed={<p>{describeUngraded(page)}</p>} />
          )}
        </>
      )}
    </section>
  )
}

/** Says in short that a run couldn’t be graded: for screen readers, and for when the full view can’t be loaded. */
export const describeUngraded = ({ isOffline }: { readonly isOffline: boolean }): string =>
  isOffline
    ? 'Not graded yet, because you’re offline. Your code stays on this device.'
    : 'We couldn’t grade this. This is our bug, not yours.'

/** A short form of the verdict, for when the full view can’t be loaded. */
function PlainVerdict({ run: { verdict } }: { readonly run: GradedRun }) {
  return (
    <>
      <h3>{verdict.headline}</h3>
      <ul aria-label="Checks">
        {verdict.checks.map(({ id, name, passed, message }) => (
          <li key={id}>
            {name}: {passed ? 'passed' : 'failed'}
            {message && `, ${message}`}
          </li>
        ))}
      </ul>
    </>
  )
}

function Empty() {
  return (
    <div className={styles.empty}>
      <Triangle size={96} gap={6} empty />
      <p className={styles.big}>Press Run.</p>
      <p>If your code fails a test, you’ll see the smallest failing input here, step by step.</p>
      <noscript>
        <p>JavaScript is turned off. Turn it on to run your code.</p>
      </noscript>
    </div>
  )
}

function Running({ inputs }: { readonly inputs: number | undefined }) {
  return (
    <div className={`${styles.empty} ${styles.running}`}>
      <Triangle size={96} gap={6} />
      <p className={styles.big}>{inputs === undefined ? 'Running' : `Running ${inputs} inputs`}</p>
      <p>Press Run again to restart.</p>
    </div>
  )
}
