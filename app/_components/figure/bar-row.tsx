import type { CSSProperties, ReactNode } from 'react'
import styles from './bar-row.module.css'
import { TONE_CLASS } from './tone.ts'

export interface BarRowProps {
  readonly label: ReactNode
  readonly value: number
  /** The value whose bar fills the row. */
  readonly max: number
  /** The value as it is read. */
  readonly text: string
  readonly tone?: 'accent' | 'wrong' | 'quiet'
}

/** One labeled bar; stack several to compare amounts. */
export function BarRow({ label, value, max, text, tone = 'accent' }: BarRowProps) {
  return (
    <div className={`small ${styles.row}`}>
      <span>{label}</span>
      <Bar value={value} max={max} tone={tone} />
      <span className={`${styles.text} quiet num`}>{text}</span>
    </div>
  )
}

/** The bar alone, as wide as its share of the room; for a cell behind a matrix. */
export function Bar({ value, max, tone = 'accent' }: Pick<BarRowProps, 'value' | 'max' | 'tone'>) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <span className={`${styles.bar} ${TONE_CLASS[tone]} ${tone === 'wrong' ? styles.hatched : ''}`} aria-hidden="true">
      <i style={{ '--share': Number(share.toFixed(4)) } as CSSProperties} />
    </span>
  )
}
