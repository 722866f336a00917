/**
 * All the views that a workbench may show, in one chunk that loads with the workbench, so that a run needs no network.
 */
export { ConfirmDialog as AskDialog } from './confirm-dialog.tsx'

import { Undo2, X } from 'lucide'
import type { Draft } from '#lib/client/draft.ts'
import { formatNumber } from '../figure/format.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Label } from '../ui/label.tsx'
import editorPaneStyles from './editor-pane.module.css'
import { InlineText } from './inline-text.tsx'
import verdictStyles from './verdict.module.css'
import { VerdictHead } from './verdict-head.tsx'
import { describeForScreenReader } from './verdict-text.ts'
import type { GradedRun } from './workbench-state.ts'
import styles from './workbench-views.module.css'

export { EditorTools } from './editor-tools.tsx'
export { VerdictView } from './verdict-view.tsx'
export { WorkedAnswer } from './worked-answer.tsx'

interface ConsoleOutputProps {
  readonly lines: readonly string[]
  readonly dropped: number
}

/** What the code printed on the input that is shown. */
export function ConsoleOutput({ lines, dropped }: ConsoleOutputProps) {
  return (
    <section className={styles.console} aria-label="Console">
      <Label as="h4">Console</Label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre translate="no" tabIndex={0}>
        {lines.join('\n')}
      </pre>
      {dropped > 0 && <p>and {formatNumber(dropped)} more</p>}
    </section>
  )
}

interface HintsProps {
  readonly hints: readonly string[]
  /** How many were taken. */
  readonly hintCount: number
  readonly onClose: () => void
}

/** The hints that were taken so far, the newest first. */
export function Hints({ hints, hintCount, onClose }: HintsProps) {
  const visibleHints = hints.slice(0, hintCount).map((text, i) => ({ text, number: i + 1 }))
  return (
    <section className={`no-print ${styles.hints}`} aria-label="Hints">
      <ol reversed start={hintCount} aria-live="polite">
        {visibleHints.reverse().map(({ text, number }) => (
          <li key={number}>
            <Label as="b">
              Hint {number} of {hints.length}
            </Label>
            <p>
              <InlineText text={text} />
            </p>
          </li>
        ))}
      </ol>
      <Button variant="icon" aria-label="Hide the hints" onClick={onClose}>
        <Icon icon={X} />
      </Button>
    </section>
  )
}

interface KeptDraftProps {
  readonly draft: Draft
  readonly onRestore: () => void
}

/** The other draft, that may be brought back. */
export function KeptDraft({ draft, onRestore }: KeptDraftProps) {
  return (
    <p className={`no-print ${editorPaneStyles.note}`}>
      <span>You have an older draft {formatWritten(draft.at)}.</span>
      <Button variant="plain" onClick={onRestore}>
        <Icon icon={Undo2} /> Restore it
      </Button>
    </p>
  )
}

/** “from 2:05 PM” today, “from May 3, 2:05 PM” on other days. */
function formatWritten(at: number): string {
  const date = new Date(at)
  const time = date.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })
  const today = date.toDateString() === new Date().toDateString()
  return `from ${today ? '' : `${date.toLocaleDateString('en-US', { month: 'long', day: 'numeric' })}, `}${time}`
}

interface OurFaultProps {
  readonly message: string
  readonly isOffline: boolean
  readonly onRun: () => void
}

/** Neither this browser nor the server could grade: because the browser is offline, or because of a fault of ours. */
export function GraderErrorView({ message, isOffline, onRun }: OurFaultProps) {
  if (isOffline)
    return (
      <>
        <VerdictHead mark="offline" headline="Not graded yet" meta="You’re offline" />
        <p className={verdictStyles.misconception}>
          The grader hasn’t loaded on this page, so your code can’t run here. It stays on this device, and the server
          grades it when you’re online again.
        </p>
        <p className={`quiet small ${verdictStyles.note}`}>
          <Button onClick={onRun}>Try again</Button>
        </p>
      </>
    )
  return (
    <>
      <VerdictHead mark="ours" headline="We couldn’t grade this" meta="This is our bug, not yours" />
      <p className={verdictStyles.misconception}>
        The grader crashed while running your code. Your code is still in the editor, and this run doesn’t count as an
        attempt.
      </p>
      <p className={`quiet small ${verdictStyles.note}`}>
        <Button onClick={onRun}>Try again</Button>
      </p>
      {message && <p className={`${verdictStyles.note} faint small`}>{message}</p>}
    </>
  )
}

/** What a screen reader hears of a verdict. */
export const Spoken = ({ run }: { readonly run: GradedRun }) => <span>{describeForScreenReader(run)}</span>
