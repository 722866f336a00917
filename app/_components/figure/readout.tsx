import type { ReactNode } from 'react'
import styles from './figure.module.css'

/** The sentence that states what a figure shows now; read aloud when it changes. */
export function Readout({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.readout} aria-live="polite">
      {children}
    </p>
  )
}
