'use client'

import { useProgress } from '../ui/use-progress.ts'

/** ✓ next to an exercise that has been passed. */
export function PassedMark({ exercise }: { readonly exercise: string }) {
  if (!useProgress().passed.has(exercise)) return null
  return (
    <span className="right">
      {' '}
      <span aria-hidden="true">✓</span>
      <span className="vh">passed</span>
    </span>
  )
}

/** How many of a lesson's exercises have been passed, once that is known and more than none. */
export function PassedCount({ exercises }: { readonly exercises: readonly string[] }) {
  const { passed } = useProgress()
  const count = exercises.filter((id) => passed.has(id)).length
  return count > 0 ? `, ${count} passed` : null
}
