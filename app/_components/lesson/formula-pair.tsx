import type { ReactNode } from 'react'

/** Formulas that share a line where there is room for it. */
export function FormulaPair({ children }: { readonly children: ReactNode }) {
  return <div className="formula-pair">{children}</div>
}
