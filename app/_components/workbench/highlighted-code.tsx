import { highlightCode } from '@lezer/highlight'
import { parser } from '@lezer/javascript'
import type { CSSProperties, ReactNode } from 'react'
import styles from './code.module.css'
import { codeColours } from './code-colours.ts'
import { measureIndent } from './measure-indent.ts'

interface HighlightedCodeProps {
  readonly source: string
  /** The lines to show, counted from 1; all when absent. */
  readonly from?: number
  readonly to?: number
  /** The line that is tinted and marked. */
  readonly at?: number
}

/** TypeScript, set in the five colours, with its line numbers. */
export function HighlightedCode({ source, from = 1, to = Number.POSITIVE_INFINITY, at }: HighlightedCodeProps) {
  const texts = source.split('\n')
  const lines = highlightedLines(source)
    .map((content, i) => ({ content, number: i + 1, indent: measureIndent(texts[i] ?? '') }))
    .filter(({ number }) => number >= from && number <= to)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre translate="no" className={styles.code} data-code="" tabIndex={0} style={{ counterReset: `ln ${from - 1}` }}>
      {lines.map(({ content, number, indent }) => (
        <span
          key={number}
          className={number === at ? 'l at' : 'l'}
          style={indent > 0 ? ({ '--indent': indent } as CSSProperties) : undefined}
        >
          {content.length > 0 ? content : ' '}
        </span>
      ))}
    </pre>
  )
}

const typescript = parser.configure({ dialect: 'ts' })

/** Answers are far shorter. The colours of a hostile text of 64 KiB would keep a server for seconds. */
const MAX_HIGHLIGHTED_CHARACTERS = 12_000

function highlightedLines(source: string): ReactNode[][] {
  if (source.length > MAX_HIGHLIGHTED_CHARACTERS) return source.split('\n').map((line) => (line ? [line] : []))
  const lines: ReactNode[][] = [[]]
  highlightCode(
    source,
    typescript.parse(source),
    codeColours,
    (text, classes) => {
      const line = lines.at(-1)
      line?.push(
        classes ? (
          <span key={line.length} className={classes}>
            {text}
          </span>
        ) : (
          text
        ),
      )
    },
    () => lines.push([]),
  )
  return lines
}
