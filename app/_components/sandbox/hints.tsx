import { X } from 'lucide'
import { Icon } from '../ui/icon.tsx'
import { InlineText } from './inline-text.tsx'

interface HintsProps {
  readonly hints: readonly string[]
  /** How many were taken. */
  readonly taken: number
  readonly onClose: () => void
}

/** The hints that were taken so far, the newest first. */
export function Hints({ hints, taken, onClose }: HintsProps) {
  const shown = hints.slice(0, taken).map((text, i) => ({ text, number: i + 1 }))
  return (
    <section className="hints" aria-label="Hints">
      <ol reversed start={taken} aria-live="polite">
        {shown.reverse().map(({ text, number }) => (
          <li key={number}>
            <b className="label">
              Hint {number} of {hints.length}
            </b>
            <p>
              <InlineText text={text} />
            </p>
          </li>
        ))}
      </ol>
      <button type="button" className="icon-button" aria-label="Hide the hints" onClick={onClose}>
        <Icon of={X} />
      </button>
    </section>
  )
}
