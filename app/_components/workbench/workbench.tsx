'use client'

import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { useProgress } from '#app/_components/ui/use-progress.ts'
import type { WorkbenchExercise } from '#lib/course/workbench-exercise.ts'
import { runWhenIdle } from '../ui/run-when-idle.ts'
import { isComposing } from '../ui/shortcut-key.ts'
import styles from './bench.module.css'
import { EditorPane } from './editor-pane.tsx'
import { LazySpoken } from './lazy-workbench-views.ts'
import { useWorkbench } from './use-workbench.ts'
import { describeUngraded, VerdictPane } from './verdict-pane.tsx'
import type { Page } from './workbench-state.ts'

export interface WorkbenchProps {
  readonly exercise: WorkbenchExercise
  /** The task, shown above the workbench, or next to it on wide screens. */
  readonly children?: ReactNode
  /** The starter, highlighted on the server: a `<pre class="code">` of `.l` lines that is there before the editor loads. */
  readonly code: ReactNode
  readonly variant?: 'first-run'
}

/**
 * Where a learner builds an answer: the brief, the editor on the left page, the verdict on the right one.
 *
 * It is inside a `.bench` and gives it its two `.bench-in` rows; as `first-run` it gives the spread alone.
 */
export function Workbench({ exercise, children, code, variant }: WorkbenchProps) {
  const keys = useId()
  const workbench = useWorkbench(exercise, keys)
  const spread = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLElement>(null)
  const passed = useProgress().passed.has(exercise.id)
  const { page } = workbench.state
  useNear(spread, workbench.wake)
  useScrollToVerdict(page, pane)

  const betweenPanes = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || isComposing(event.nativeEvent)) return
    event.preventDefault()
    if (pane.current?.contains(document.activeElement)) workbench.focus()
    else pane.current?.focus()
  }
  const rows = (
    // biome-ignore lint/a11y/noStaticElementInteractions: F6 moves between the two panes, which are regions
    <div className={styles.spread} ref={spread} onKeyDown={betweenPanes}>
      <EditorPane {...{ workbench, exercise, code, passed, keys }} bare={variant === 'first-run'} />
      <VerdictPane state={workbench.state} exercise={exercise} pane={pane} onRun={workbench.run} />
      <p className="vh" role="status" aria-live="polite">
        {page.kind === 'graded' && !workbench.state.running && (
          <LazySpoken run={page} ifFailed={page.verdict.headline} />
        )}
        {page.kind === 'our-fault' && describeUngraded(page)}
      </p>
    </div>
  )
  if (variant === 'first-run') return rows
  return (
    <>
      {children && <div className={styles.inner}>{children}</div>}
      <div className={`${styles.inner} ${styles.flush}`}>{rows}</div>
    </>
  )
}

/** Calls `wake` once, when the element comes near the window and the page has nothing more urgent to do. */
function useNear(element: RefObject<HTMLElement | null>, wake: () => void): void {
  useEffect(() => {
    if (!element.current) return
    const near = new IntersectionObserver(
      (entries) => {
        // a busy browser reports several changes at once, the latest one last
        if (!entries.at(-1)?.isIntersecting) return
        near.disconnect()
        runWhenIdle(() => wake(), { timeout: 1500 })
      },
      { rootMargin: '600px 0px' },
    )
    near.observe(element.current)
    return () => near.disconnect()
  }, [element, wake])
}

/** Where the verdict is under the editor, a run brings its headline into view. */
function useScrollToVerdict(page: Page, pane: RefObject<HTMLElement | null>): void {
  const run = page.kind === 'empty' ? 0 : page.run
  useEffect(() => {
    if (run === 0 || !matchMedia('(max-width: 1079px)').matches) return
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    pane.current?.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' })
  }, [run, pane])
}
