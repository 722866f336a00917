import type { ReactNode } from 'react'

/** The sentence that states what a figure shows now; read aloud when it changes. */
export function Readout({ children }: { readonly children: ReactNode }) {
  return (
    <p className="readout" aria-live="polite">
      {children}
    </p>
  )
}
