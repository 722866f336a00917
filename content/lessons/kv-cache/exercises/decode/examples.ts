import type { LabeledArgs } from '#lib/grading/exercise.ts'
import type { DecodeArgs } from './broken-decode.ts'

const identity = [
  [1, 0],
  [0, 1],
]

export const examples: readonly LabeledArgs<DecodeArgs>[] = [
  {
    label: 'three tokens, queries and keys of width 1',
    args: [
      [
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      [[1], [0]],
      [[2], [0]],
      [
        [0, 4],
        [2, 0],
      ],
    ],
  },
  {
    label: 'queries of zeros: the mean of the values so far',
    args: [
      [
        [6, 0],
        [0, 2],
        [3, 1],
      ],
      [
        [0, 0],
        [0, 0],
      ],
      identity,
      identity,
    ],
  },
  {
    label: 'one token only: its value',
    args: [
      [[1, 2]],
      [[1], [1]],
      [[3], [0]],
      [
        [1, 0],
        [0, 5],
      ],
    ],
  },
]
