import type { ReactNode } from 'react'
import { formatNumber } from './format.ts'
import styles from './legend.module.css'
import { TONE_CLASS } from './tone.ts'

export type LegendItem =
  /** The ramp from 0 to 1. */
  | { readonly kind: 'weights'; readonly label?: ReactNode }
  /** The ramp from −max to max. */
  | { readonly kind: 'signed'; readonly max: number; readonly label?: ReactNode }
  | { readonly kind: 'masked'; readonly label: ReactNode }
  | { readonly kind: 'wrong'; readonly label: ReactNode }
  /** Two upright lines around a marked column. */
  | { readonly kind: 'marked'; readonly label: ReactNode }
  /** A filled square: the accent, gray, or a caution. */
  | { readonly kind: 'accent' | 'quiet' | 'caution'; readonly label: ReactNode }

/** What tints and marks mean, in one line below a figure. */
export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <div className={`cluster ${styles.legend}`}>
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a legend's items do not move
        <span key={i}>{mark(item)}</span>
      ))}
    </div>
  )
}

function mark(item: LegendItem): ReactNode {
  switch (item.kind) {
    case 'weights':
      return (
        <>
          {item.label} 0 <i className={styles.ramp} /> 1
        </>
      )
    case 'signed':
      return (
        <>
          {item.label} {formatNumber(-item.max)} <i className={`${styles.ramp} ${styles.signed}`} />{' '}
          {formatNumber(item.max)}
        </>
      )
    default:
      return (
        <>
          <i className={MARK_CLASS[item.kind]} /> {item.label}
        </>
      )
  }
}

const MARK_CLASS = {
  masked: styles.masked,
  wrong: styles.wrong,
  marked: styles.marked,
  accent: TONE_CLASS.accent,
  quiet: TONE_CLASS.quiet,
  caution: TONE_CLASS.caution,
}
