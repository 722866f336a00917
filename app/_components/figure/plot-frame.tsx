import type { CSSProperties, ReactNode } from 'react'
import type { Axis } from './axis.ts'
import styles from './plot.module.css'
import { TONE_CLASS, type Tone } from './tone.ts'

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
    readonly tone?: Tone
    /** Below its position instead of above it. */
    readonly below?: boolean
  }[]
  /** The same data for screen readers. */
  readonly table: ReactNode
}

/** A word nearer to the left edge than this, as a share of the width, begins at its position instead of ending there. */
const ROOM_ON_THE_LEFT = 0.15

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
            className={[
              styles.word,
              TONE_CLASS[word.tone ?? 'accent'],
              word.tone === 'quiet' && styles.muted,
              word.below && styles.below,
              word.x < ROOM_ON_THE_LEFT && styles.rightwards,
            ]
              .filter(Boolean)
              .join(' ')}
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
