import { createContext } from 'react'
import type { Script } from '#lib/grading/script.ts'
import type { ActualValue } from '#lib/grading/value.ts'

/** What figures may do with the learner's own code. */
export interface LearnerFunctions {
  /** Whether the learner has passed an exercise. */
  readonly hasPassed: (exercise: string) => boolean
  /**
   * Runs scripts on the learner's code of an exercise, in the sandbox.
   *
   * @returns what the steps of each script returned; undefined if the code isn't on this device, throws, takes too long,
   *   or gives way to a run of the learner
   */
  readonly run: (
    exercise: string,
    scripts: readonly Script[],
  ) => Promise<readonly (readonly ActualValue[])[] | undefined>
}

/** Given by lesson pages; without it, figures use the reference. */
export const LearnerFunctionsContext = createContext<LearnerFunctions | undefined>(undefined)
