import type { CSSProperties, ReactNode } from 'react'

export interface BarRowProps {
  readonly label: ReactNode
  readonly value: number
  /** The value whose bar fills the row. */
  readonly max: number
  /** The value as it is read. */
  readonly text: string
  readonly tone?: 'accent' | 'wrong' | 'quiet'
}

/** One labelled bar; several under each other compare amounts. */
export function BarRow({ label, value, max, text, tone = 'accent' }: BarRowProps) {
  return (
    <div className={`bar-row ${tone}`}>
      <span className="bar-label">{label}</span>
      <Bar value={value} max={max} />
      <span className="bar-text num">{text}</span>
    </div>
  )
}

/** The bar alone, as wide as its share of the room; for a cell behind a matrix. */
export function Bar({ value, max }: { readonly value: number; readonly max: number }) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <span className="bar" aria-hidden="true">
      <i style={{ '--share': Number(share.toFixed(4)) } as CSSProperties} />
    </span>
  )
}
