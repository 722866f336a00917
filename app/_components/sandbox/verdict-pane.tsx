'use client'

import { lazy, type RefObject, Suspense } from 'react'
import { Triangle } from '#app/_components/ui/triangle.tsx'
import type { WorkbenchExercise } from './workbench.tsx'
import type { WorkbenchState } from './workbench-state.ts'

const VerdictView = lazy(async () => ({ default: (await import('./verdict-view.tsx')).VerdictView }))
const OurFault = lazy(async () => ({ default: (await import('./our-fault.tsx')).OurFault }))

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
    <section className="verdict" aria-label="Verdict" aria-busy={running !== undefined} tabIndex={-1} ref={pane}>
      {running?.slow ? (
        <Running inputs={running.inputs} />
      ) : page.kind === 'empty' ? (
        <Empty />
      ) : (
        <Suspense fallback={<Running inputs={undefined} />}>
          {page.kind === 'judged' && <VerdictView key={page.run} judged={page} exercise={exercise} />}
          {page.kind === 'our-fault' && <OurFault message={page.message} onRun={onRun} />}
        </Suspense>
      )}
    </section>
  )
}

function Empty() {
  return (
    <div className="verdict-empty">
      <Triangle size={96} gap={6} empty />
      <p className="big">Press Run.</p>
      <p>If an input breaks your answer, the smallest one will stand here, step by step.</p>
      <noscript>
        <p>Running your answer needs JavaScript, which this browser has turned off.</p>
      </noscript>
    </div>
  )
}

function Running({ inputs }: { readonly inputs: number | undefined }) {
  return (
    <div className="verdict-empty">
      <span className="running">
        <Triangle size={96} gap={6} />
      </span>
      <p className="big">{inputs === undefined ? 'Running' : `Running ${inputs} inputs`}</p>
      <p>Press Run again to stop it and start over.</p>
    </div>
  )
}
