'use client'

import { type ReactNode, useMemo } from 'react'
import { type LearnerFunctions, LearnerFunctionsContext } from '../figure/learner-functions.ts'
import { useProgress } from '../ui/use-progress.ts'

/** Lets the figures of a lesson run the learner's own code. What that takes is loaded when it is first needed. */
export function LearnerCode({ children }: { readonly children: ReactNode }) {
  const { passed } = useProgress()
  const functions = useMemo<LearnerFunctions>(
    () => ({
      hasPassed: (exercise) => passed.has(exercise),
      run: async (exercise, scripts) => {
        try {
          return await (await import('./run-learner-code.ts')).runLearnerCode(exercise, scripts)
        } catch {
          return undefined // offline, or the course was updated: the figure uses the reference
        }
      },
    }),
    [passed],
  )
  return <LearnerFunctionsContext value={functions}>{children}</LearnerFunctionsContext>
}
