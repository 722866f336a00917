'use client'

import { useProgress } from './use-progress.ts'

/** How many items wait for review, once that is known and more than none. */
export function DueCount({ className = '' }: { readonly className?: string | undefined }) {
  const { dueCount } = useProgress()
  if (dueCount === 0) return null
  return (
    <span className={className}>
      {dueCount > 99 ? '99+' : dueCount}
      <span className="vh"> due</span>
    </span>
  )
}
