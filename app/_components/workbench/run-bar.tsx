import { Play } from 'lucide'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './editor-pane.module.css'

interface RunBarProps {
  readonly hints: number
  readonly hintCount: number
  /** The solution may be seen without being asked. */
  readonly hasEarnedSolution: boolean
  /** Whether there is help to offer at all. */
  readonly help: boolean
  /** “Saved. Run 3, 31 ms” */
  readonly state: string
  readonly onRun: () => void
  readonly onHint: () => void
  readonly onAnswer: () => void
}

/** The Run button and, next to it, the next available help. Run is never disabled: pressing it again restarts. */
export function RunBar({ hints, hintCount, hasEarnedSolution, help, state, onRun, onHint, onAnswer }: RunBarProps) {
  return (
    <div className={`no-print ${styles.runBar}`}>
      <Button variant="primary" className={styles.run} onClick={onRun}>
        <Icon icon={Play} />
        Run <kbd>Ctrl ↵</kbd>
      </Button>
      {help && !hasEarnedSolution && hintCount < hints && (
        <Button variant="plain" onClick={onHint}>
          Hint {hintCount + 1} of {hints}
        </Button>
      )}
      {help && (hasEarnedSolution || hintCount >= hints) && (
        <Button variant="plain" onClick={onAnswer}>
          {hasEarnedSolution ? 'Solution' : 'Show the solution'}
        </Button>
      )}
      <span className={`${styles.state} num`} data-run-state="">
        {state}
      </span>
    </div>
  )
}
