import type { CSSProperties, ReactNode } from 'react'
import type { Vector } from './one-query.ts'
import styles from './plane.module.css'

/** A square piece of the plane: both axes go from `low` to `high`. */
export interface PlaneRange {
  readonly low: number
  readonly high: number
}

interface PlaneProps {
  readonly range: PlaneRange
  /** For screen readers: what is drawn. */
  readonly label: string
  /** Drawn in a square of 100 × 100, y downwards; see `toSquare`. */
  readonly drawing?: ReactNode
  /** `PlaneMark`s, above the drawing. */
  readonly children: ReactNode
}

/** A plane with a line at each whole number and stronger ones through the origin. */
export function Plane({ range, label, drawing, children }: PlaneProps) {
  const lines = Array.from(
    { length: Math.floor(range.high) - Math.ceil(range.low) + 1 },
    (_, i) => Math.ceil(range.low) + i,
  )
  return (
    <div className={styles.plane}>
      <svg viewBox="0 0 100 100" role="img" aria-label={label}>
        {lines.map((at) => (
          <path key={at} className={at === 0 ? styles.axis : styles.grid} d={drawLines(at, range)} />
        ))}
        {drawing}
      </svg>
      {children}
    </div>
  )
}

/** Places a child at a point of the plane; its middle is on the point. */
export function markStyle([x, y]: Vector, { low, high }: PlaneRange): CSSProperties {
  const share = (value: number) => Number(((value - low) / (high - low)).toFixed(4))
  return { '--x': share(x), '--y': share(y) } as CSSProperties
}

interface PlaneMarkProps {
  readonly at: Vector
  readonly range: PlaneRange
  readonly className?: string | undefined
  readonly style?: CSSProperties
  readonly children?: ReactNode
}

/** A dot or a word at a point of the plane. Screen readers get the numbers from the table of the figure instead. */
export function PlaneMark({ at, range, className = '', style, children }: PlaneMarkProps) {
  return (
    <span
      className={`${styles.mark} ${className}`}
      style={{ ...style, ...markStyle(at, range) }}
      aria-hidden="true"
      translate="no"
    >
      {children}
    </span>
  )
}

/** A point as “x y” in the square of the drawing. */
export function toSquare([x, y]: Vector, { low, high }: PlaneRange): string {
  const share = (value: number) => (100 * (value - low)) / (high - low)
  return `${Number(share(x).toFixed(2))} ${Number((100 - share(y)).toFixed(2))}`
}

const drawLines = (at: number, range: PlaneRange): string =>
  `M${toSquare([range.low, at], range)}L${toSquare([range.high, at], range)}M${toSquare([at, range.low], range)}L${toSquare([at, range.high], range)}`
