import type { ReactNode } from 'react'
import styles from './row.module.css'

interface RowProps {
  readonly title: ReactNode
  readonly note?: ReactNode
  /** What can be done with it, at the end of the line. */
  readonly children?: ReactNode
}

/** One line of a list of things to choose or to do. */
export function Row({ title, note, children }: RowProps) {
  return (
    <li className={styles.row}>
      <p className={styles.title}>
        {title}
        {note && <small>{note}</small>}
      </p>
      {children && <span className={`cluster ${styles.actions}`}>{children}</span>}
    </li>
  )
}

/** Rows under each other, between rules. */
export function Rows({ children, ...props }: { readonly children: ReactNode; readonly 'aria-label'?: string }) {
  return (
    <ul {...props} className={`ruled ${styles.rows}`}>
      {children}
    </ul>
  )
}
