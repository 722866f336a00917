import type { ReactNode } from 'react'

/**
 * An address that was not built is a 404 that renders nothing and stores nothing. There in production only: a development
 * server would answer a lesson that was just made with 404 at its first request.
 */
export const dynamicParams = false

export default function BuiltPagesOnly({ children }: { readonly children: ReactNode }) {
  return children
}
