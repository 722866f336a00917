import type { ReactNode } from 'react'

/**
 * Makes a URL that was not built a 404, without rendering or storing anything. Only in production: a development server
 * would answer the first request for a new lesson with 404.
 */
export const dynamicParams = false

export default function BuiltPagesOnly({ children }: { readonly children: ReactNode }) {
  return children
}
