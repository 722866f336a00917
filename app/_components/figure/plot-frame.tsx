import type { CSSProperties, ReactNode } from 'react'
import type { Axis } from './axis.ts'
import styles from './plot.module.css'

interface PlotFrameProps {
  readonly label: string
  readonly x: Axis
  readonly y: Axis
  readonly xLabel: string
  readonly yLabel: string
  readonly formatX: (x: number) => string
  readonly formatY: (y: number) => string
  /** Drawn in a square of 100 × 100, y downwards; strokes keep their width. */
  readonly children: ReactNode
  /** Words in the plot, at shares of its width and height. */
  readonly words?: readonly {
    readonly x: number
    readonly y: number
    readonly text: ReactNode
    readonly tone?: PlotTone
    /** Below its position instead of above it. */
    readonly below?: boolean
  }[]
  /** The same data for screen readers. */
  readonly table: ReactNode
}

/** Axes, ticks and labels around a plot. The words are HTML, so that they keep their size on a phone. */
export function PlotFrame({ label, x, y, xLabel, yLabel, formatX, formatY, children, words, table }: PlotFrameProps) {
  return (
    <div className={styles.plot}>
      <div className={styles.yLabel}>{yLabel}</div>
      <div className={styles.y} aria-hidden="true">
        {y.ticks.map((tick) => (
          <span key={tick} style={toPosition('--y', y.at(tick))}>
            {formatY(tick)}
          </span>
        ))}
      </div>
      <div className={styles.area}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
          <g className={styles.grid}>
            {y.ticks.map((tick) => (
              <path key={tick} d={`M0 ${100 - 100 * y.at(tick)}H100`} />
            ))}
          </g>
          {children}
        </svg>
        {words?.map((word, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: words do not move
            key={i}
            className={`${styles.word} ${PLOT_TONE_CLASS[word.tone ?? 'accent']} ${word.below ? styles.below : ''}`}
            style={{ ...toPosition('--x', word.x), ...toPosition('--y', word.y) }}
          >
            {word.text}
          </span>
        ))}
      </div>
      <div className={styles.x} aria-hidden="true">
        {x.ticks.map((tick) => (
          <span key={tick} style={toPosition('--x', x.at(tick))}>
            {formatX(tick)}
          </span>
        ))}
      </div>
      <div className={styles.xLabel}>{xLabel}</div>
      <div className="vh">{table}</div>
    </div>
  )
}

const toPosition = (name: '--x' | '--y', share: number): CSSProperties =>
  ({ [name]: Number(share.toFixed(4)) }) as CSSProperties

/** What a line of a plot and the word at its end stand for. */
export type PlotTone = 'accent' | 'wrong' | 'caution' | 'quiet'

/** The class of each tone. */
export const PLOT_TONE_CLASS: Readonly<Record<PlotTone, string | undefined>> = {
  accent: styles.accent,
  wrong: styles.wrong,
  caution: styles.caution,
  quiet: styles.quiet,
}
