import type { LabeledScript } from '#lib/grading/define-class.ts'
import { cacheScript } from './scripts.ts'

/** Width 4, so that √d is 2. */
export const examples: readonly LabeledScript[] = [
  {
    label: 'one token, then two that match equally',
    script: cacheScript((c) => [
      c.append([1, 0, 0, 0], [2, 0]),
      c.attend([4, 0, 0, 0]),
      c.append([0, 1, 0, 0], [0, 4]),
      c.attend([4, 4, 0, 0]),
      c.length,
    ]),
  },
  {
    label: 'a query that matches one of two tokens',
    script: cacheScript((c) => [
      c.append([1, 0, 0, 0], [10, 0]),
      c.append([0, 1, 0, 0], [0, 10]),
      c.attend([4, 0, 0, 0]),
    ]),
  },
  {
    label: 'a query of zeros: the mean of three values',
    script: cacheScript((c) => [
      c.append([1, 2, 0, 1], [3]),
      c.append([0, 1, 1, 0], [0]),
      c.append([2, 0, 1, 1], [6]),
      c.attend([0, 0, 0, 0]),
      c.length,
    ]),
  },
]
