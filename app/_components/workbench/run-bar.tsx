import { Play } from 'lucide'
import { Icon } from '../ui/icon.tsx'

interface RunBarProps {
  readonly hints: number
  readonly taken: number
  /** The worked answer may be seen without being asked. */
  readonly earned: boolean
  /** Whether there is help to offer at all. */
  readonly help: boolean
  /** “Saved. Run 3, 31 ms” */
  readonly state: string
  readonly onRun: () => void
  readonly onHint: () => void
  readonly onAnswer: () => void
}

/** Run is never disabled: pressed again, it stops and starts over. Beside it the next help there is. */
export function RunBar({ hints, taken, earned, help, state, onRun, onHint, onAnswer }: RunBarProps) {
  return (
    <div className="run-bar">
      <button type="button" className="button primary" onClick={onRun}>
        <Icon of={Play} />
        Run <kbd>Ctrl ↵</kbd>
      </button>
      {help && !earned && taken < hints && (
        <button type="button" className="button plain" onClick={onHint}>
          Hint {taken + 1} of {hints}
        </button>
      )}
      {help && (earned || taken >= hints) && (
        <button type="button" className="button plain" onClick={onAnswer}>
          {earned ? 'Worked answer' : 'Show a worked answer'}
        </button>
      )}
      <span className="state num">{state}</span>
    </div>
  )
}
