import { exhausted } from './exhausted.ts'
import { mixed, printed, unsupported } from './mixed.ts'
import type { EverydayProgram } from './program.ts'
import { thrown } from './thrown.ts'
import { wholeAnswers } from './whole-answers.ts'

/** Everyday answers by different people: both sandboxes must give them the same verdict, in the same words. */
export const everydayPrograms: readonly EverydayProgram[] = [
  ...wholeAnswers,
  ...thrown,
  ...exhausted,
  ...unsupported,
  ...printed,
  ...mixed,
]
