import { Label } from '#app/_components/ui/label.tsx'
import styles from './broken-block.module.css'

export interface BrokenBlockProps {
  /** Of its first line of source, counted from 1. */
  readonly line: number
  /** Line and column of the fault. */
  readonly at: number
  readonly column: number
  readonly message: string
  readonly source: string
}

/** A block of a lesson that does not compile: what is wrong, and its source. The rest of the lesson stays. */
export function BrokenBlock({ line, at, column, message, source }: BrokenBlockProps) {
  const lines = source.split('\n')
  const width = String(line + lines.length - 1).length
  // of spans alone, since it may be inside a paragraph
  return (
    <span className={styles.broken} data-line={at}>
      <Label as="span" tone="wrong" data-message="">
        {message}
      </Label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <code translate="no" tabIndex={0}>
        {lines.map((text, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <span key={i}>
            {`${String(line + i).padStart(width)}  ${text}\n`}
            {line + i === at && column > 1 && (
              <span className="wrong" aria-hidden="true">{`${' '.repeat(width + 1 + column)}^\n`}</span>
            )}
          </span>
        ))}
      </code>
    </span>
  )
}
