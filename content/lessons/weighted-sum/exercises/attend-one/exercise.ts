import { attendOne } from '#lib/attention/attend-one.ts'
import { dot, weightedSum } from '#lib/attention/matrix.ts'
import { softmax } from '#lib/attention/softmax.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { LOOSE_TOLERANCE, type ReferenceStep } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import { type AttendOneArgs, misconceptions } from './misconceptions.ts'

export default defineFunction<AttendOneArgs, number[]>({
  name: 'attendOne',
  signature: 'attendOne(q: number[], K: number[][], V: number[][]): number[]',
  params: { q: ['d'], K: ['nK', 'd'], V: ['nK', 'v'] },
  reference: (q, K, V) => attendOne(q, K, V),
  examples: [
    {
      label: 'one key that matches, two that do not',
      args: [
        [2, 0],
        [
          [1, 0],
          [0, 1],
          [0, -1],
        ],
        [[9], [3], [0]],
      ],
    },
    {
      label: 'two keys that match equally',
      args: [
        [1, 1],
        [
          [1, 0],
          [0, 1],
        ],
        [
          [2, 0, 4],
          [4, 2, 0],
        ],
      ],
    },
    { label: 'one key only', args: [[3], [[-2]], [[5, 7]]] },
  ],
  random: { count: 28, make: (random) => drawn(random, random.int(1, 6)) },
  edgeCases: [
    { label: 'value width other than key width', make: (random) => sized(random, 4, 3, 5) },
    { label: 'values narrower than keys', make: (random) => sized(random, 4, 5, 2) },
    { label: 'width 1', make: (random) => sized(random, 5, 1, 1) },
    { label: 'a query of zeros', make: (random) => [[0, 0, 0], random.matrix(4, 3), random.matrix(4, 3)] },
    {
      label: 'all scores near −20,000',
      args: [
        [-100, -100],
        [
          [100, 100],
          [100, 100.005],
          [100.01, 100],
        ],
        [
          [1, 0],
          [0, 1],
          [2, 2],
        ],
      ],
      tolerance: LOOSE_TOLERANCE,
    },
    {
      label: 'one late spike',
      args: [
        [30, 30],
        [
          [0.01, 0],
          [0, 0.02],
          [0.02, 0.01],
          [20, 20],
        ],
        [[1], [2], [3], [4]],
      ],
      tolerance: LOOSE_TOLERANCE,
    },
    {
      label: 'scores near 1,000',
      args: [[10], [[99.75], [99.875], [100]], [[1], [2], [4]]],
    },
  ],
  misconceptions,
  steps: (q, K, V) => attendOneSteps(q, K, V),
  hints: [
    'What decides how much each value counts, and what is averaged? There are three steps: a score per key, weights from the scores, an average of the values. `dot` and `softmax` do the first two.',
    'The scores are `K.map((k) => dot(q, k))`. Their `softmax` gives one weight per key.',
    'Component `c` of the output is the sum over `j` of `weights[j] * V[j][c]`, for each column of `V`: `V[0].map((_, c) => weights.reduce((o, w, j) => o + w * V[j][c], 0))`.',
  ],
  passHeadline: 'Passed. The output is one average of the values.',
})

const drawn = (random: Random, n: number): [number[], number[][], number[][]] =>
  sized(random, n, random.int(1, 6), random.int(1, 6))

const sized = (random: Random, n: number, d: number, v: number): [number[], number[][], number[][]] => [
  random.vector(d),
  random.matrix(n, d),
  random.matrix(n, v),
]

function attendOneSteps(...[q, K, V]: AttendOneArgs): readonly ReferenceStep[] {
  const scores = K.map((k) => dot(q, k))
  const weights = softmax(scores)
  return [
    { name: 'scores', aliases: ['s', 'logits', 'dots', 'score'], how: 'q·k', scale: 'signed', value: [scores] },
    {
      name: 'weights',
      aliases: ['w', 'p', 'probs', 'a'],
      how: 'softmax of the scores',
      scale: 'weights',
      value: [weights],
    },
    {
      name: 'output',
      aliases: ['out', 'o', 'result'],
      how: 'weights · V',
      scale: 'signed',
      value: [weightedSum(weights, V)],
    },
  ]
}
