import type { ReactNode } from 'react'

/** A note in the margin, beside the paragraph before it; under it on a phone. */
export function Note({ children }: { readonly children: ReactNode }) {
  return (
    <div className="note" role="note">
      {children}
    </div>
  )
}
