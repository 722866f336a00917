'use client'

import { Lightbulb, RotateCcw } from 'lucide'
import { type ReactNode, useState } from 'react'
import type { WorkbenchExercise } from '#lib/course/workbench-exercise.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import codeStyles from './code.module.css'
import styles from './editor-pane.module.css'
import {
  LazyAskDialog,
  LazyConsoleOutput,
  LazyEditorTools,
  LazyHints,
  LazyKeptDraft,
  LazyWorkedAnswer,
} from './lazy-workbench-views.ts'
import { RunBar } from './run-bar.tsx'
import { describeSaveState } from './save-state.ts'
import type { UseWorkbenchResult } from './use-workbench.ts'
import type { Page } from './workbench-state.ts'

interface EditorPaneProps {
  readonly workbench: UseWorkbenchResult
  readonly exercise: WorkbenchExercise
  readonly code: ReactNode
  readonly passed: boolean
  /** The id of the text that says which keys do what. */
  readonly keys: string
  /** Without hints and solution: the first minute. */
  readonly bare: boolean
}

/** The left page: the file, its code, what it printed, and the run bar. */
export function EditorPane({ workbench, exercise, code, passed, keys, bare }: EditorPaneProps) {
  const { state, drafts, editor } = workbench
  const [other] = drafts.others
  const warning = drafts.saved.kind === 'saved' ? '' : describeSaveState(drafts.saved)
  const [hintsOpen, setHintsOpen] = useState(false)
  const [asking, setAsking] = useState<'start-again' | 'answer'>()
  const { hints } = exercise
  const hintCount = Math.min(state.log.hints, hints.length)
  const hasEarnedSolution = passed || state.log.passed || state.log.gaveUp
  const takeHint = () => {
    setHintsOpen(true)
    if (hintCount < hints.length) workbench.takeHint()
  }
  const printed = state.page.kind === 'graded' ? state.page.verdict.console : undefined
  return (
    <section className={styles.editor} aria-label={`Editor: ${exercise.fileName}`}>
      <div className={styles.stick}>
        <div className={styles.bar}>
          <span className={styles.file}>{exercise.fileName}</span>
          {editor === 'ready' && <LazyEditorTools values={workbench.values} />}
          {!bare && hints.length > 0 && (
            <Button
              variant="icon"
              className={hintCount === 0 ? styles.firstHint : undefined}
              aria-label={
                hintCount === 0 ? `Hint 1 of ${hints.length}` : hintsOpen ? 'Hide the hints' : 'Show the hints'
              }
              aria-expanded={hintsOpen}
              onClick={() => (hintCount === 0 ? takeHint() : setHintsOpen(!hintsOpen))}
            >
              <Icon icon={Lightbulb} />
            </Button>
          )}
          <Button variant="icon" aria-label="Reset code" onClick={() => setAsking('start-again')}>
            <Icon icon={RotateCcw} />
          </Button>
        </div>
        {other && <LazyKeptDraft draft={other} onRestore={workbench.restoreDraft} />}
        <div role="status">{warning && <p className={`no-print ${styles.note}`}>{warning}</p>}</div>
        {editor === 'failed' && (
          <p className={`no-print ${styles.note}`} role="alert">
            We couldn’t load the editor. Keep writing; Run tries to load it again.
          </p>
        )}
        <CodeSlot workbench={workbench} exercise={exercise} code={code} />
        <p className="vh" id={keys}>
          Ctrl+Enter (⌘+Enter on Mac) runs your code. Press Escape, then Tab, to leave the editor. F6 moves between the
          editor and the verdict.
        </p>
        {hintsOpen && hintCount > 0 && (
          <LazyHints hints={hints} hintCount={hintCount} onClose={() => setHintsOpen(false)} />
        )}
        {printed && printed.lines.length > 0 && <LazyConsoleOutput {...printed} />}
        <RunBar
          hints={bare ? 0 : hints.length}
          hintCount={hintCount}
          hasEarnedSolution={hasEarnedSolution}
          help={!bare}
          state={describeState(workbench)}
          onRun={workbench.run}
          onHint={takeHint}
          onAnswer={() => setAsking('answer')}
        />
      </div>
      {asking === 'start-again' && (
        <LazyAskDialog
          title="Reset to the starter code?"
          text="This replaces your code with the starter code. You can restore your code afterwards."
          confirmLabel="Reset code"
          cancelLabel="Keep my code"
          onConfirm={() => {
            workbench.startAgain()
            setAsking(undefined)
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'answer' && (
        <LazyWorkedAnswer
          exercise={exercise.id}
          name={exercise.name}
          hasEarnedSolution={hasEarnedSolution || isPassedHere(state.page)}
          onShown={hasEarnedSolution ? undefined : workbench.gaveUp}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  )
}

/** Whether the answer on the page passes, as far as this browser can tell. */
const isPassedHere = (page: Page): boolean =>
  page.kind === 'graded' && page.verdict.outcome === 'passed' && page.serverStatus.kind !== 'refused'

function CodeSlot({ workbench, exercise, code }: Pick<EditorPaneProps, 'workbench' | 'exercise' | 'code'>) {
  const { editor, host, fallback, wake } = workbench
  const asleep = editor === 'asleep'
  return (
    <>
      {asleep && (
        // biome-ignore lint/a11y/noStaticElementInteractions: touched before the editor is there, it comes and takes the cursor
        <div className={codeStyles.asleep} onPointerDown={() => wake(true)} onFocus={() => wake(true)}>
          {code}
        </div>
      )}
      {editor === 'failed' && (
        <textarea
          className={`${codeStyles.code} ${codeStyles.plain}`}
          aria-label={`Your code: ${exercise.fileName}`}
          defaultValue={exercise.starter}
          spellCheck={false}
          ref={fallback}
        />
      )}
      <div className={`${codeStyles.code} ${codeStyles.live}`} hidden={asleep || editor === 'failed'} ref={host} />
    </>
  )
}

/** “Saved. Run 3, 31 ms” */
function describeState({ state, drafts }: UseWorkbenchResult): string {
  const { page, running } = state
  const saved = drafts.saved.kind === 'saved' ? describeSaveState(drafts.saved) : ''
  if (running?.slow) return `Run ${running.run} is under way`
  if (page.kind !== 'graded') return saved
  const { run, verdict } = page
  return [saved, verdict.ms > 0 ? `Run ${run}, ${Math.round(verdict.ms)} ms` : `Run ${run}`].filter(Boolean).join(' ')
}
