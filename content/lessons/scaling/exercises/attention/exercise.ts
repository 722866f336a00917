import { attention, attentionSteps } from '#lib/attention/attention.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { LOOSE_TOLERANCE, type ReferenceStep } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import { misconceptions } from './misconceptions.ts'
import type { AttentionArgs } from './near-misses.ts'

export default defineFunction<AttentionArgs, number[][]>({
  name: 'attention',
  signature: 'attention(Q: number[][], K: number[][], V: number[][]): number[][]',
  params: { Q: ['nQ', 'd'], K: ['nK', 'd'], V: ['nK', 'v'] },
  reference: (Q, K, V) => attention(Q, K, V),
  examples: [
    {
      label: 'two queries, three keys, width 4',
      args: [
        [
          [2, 0, 2, 0],
          [0, 0, 0, 0],
        ],
        [
          [1, 0, 1, 0],
          [0, 1, 0, 1],
          [-1, 0, -1, 0],
        ],
        [[8], [4], [0]],
      ],
    },
    {
      label: 'two tokens, values wider than keys',
      args: [
        [[1], [-1]],
        [[1], [-1]],
        [
          [2, 0],
          [0, 4],
        ],
      ],
    },
    {
      label: 'one key only',
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [[5, 6]],
        [[7, 8, 9]],
      ],
    },
  ],
  random: {
    count: 26,
    make: (random) => drawn(random, random.int(1, 5), random.int(1, 5), random.int(1, 8), random.int(1, 5)),
  },
  edgeCases: [
    { label: 'width 3, whose root is not a whole number', make: (random) => drawn(random, 3, 4, 3, 2) },
    { label: 'width 8', make: (random) => drawn(random, 3, 4, 8, 2) },
    { label: 'more keys than queries', make: (random) => drawn(random, 2, 6, 4, 4) },
    { label: 'more queries than keys', make: (random) => drawn(random, 6, 3, 4, 4) },
    { label: 'values narrower than keys', make: (random) => drawn(random, 3, 3, 5, 1) },
    { label: 'values wider than keys', make: (random) => drawn(random, 3, 4, 2, 5) },
    { label: 'width 1 throughout', make: (random) => drawn(random, 4, 4, 1, 1) },
    { label: 'width 64', make: (random) => drawn(random, 2, 3, 64, 2) },
    { label: 'a query of zeros', make: (random) => [[[0, 0, 0]], random.matrix(4, 3), random.matrix(4, 2)] },
    {
      label: 'two equal keys',
      args: [
        [[1, 1, 1]],
        [
          [1, 0, 1],
          [1, 0, 1],
          [0, -1, 0],
        ],
        [[1], [3], [5]],
      ],
    },
    {
      label: 'scores near 1,000',
      args: [
        [[20, 20, 20, 20]],
        [
          [24.875, 25, 25, 25],
          [25, 25, 25, 25],
          [25, 25, 24.75, 25],
        ],
        [
          [1, 0],
          [0, 1],
          [2, 2],
        ],
      ],
    },
    { label: 'all scores near −20,000', make: (random) => farBelow(random), tolerance: LOOSE_TOLERANCE },
    { label: 'one late spike', make: (random) => spike(random, 'last'), tolerance: LOOSE_TOLERANCE },
    { label: 'one early spike', make: (random) => spike(random, 'first'), tolerance: LOOSE_TOLERANCE },
  ],
  misconceptions,
  cost: {
    sizes: [6, 12, 24],
    args: (n, random) => drawn(random, n, n, 2, 2),
    subject: 'your function',
    size: 'length',
    target: 'Full attention compares every query with every key, so n² is the minimum: nothing to fix.',
  },
  steps: (Q, K, V) => steps(Q, K, V),
  hints: [
    'Write it for one query first, then for each row of `Q`: scores, weights, output.',
    'For one query, the scores are `dot(q, k) / Math.sqrt(q.length)`, one per key, and the weights are their softmax. The softmax runs along the row, over the keys.',
    'Component c of the row is `weights.reduce((sum, w, j) => sum + w * V[j][c], 0)`, for every column c of `V`.',
  ],
  passHeadline: 'Passed. Each output is an average of the values, whatever the width of the head.',
})

type QKV = [number[][], number[][], number[][]]
const drawn = (random: Random, nQ: number, nK: number, d: number, v: number): QKV => [
  random.matrix(nQ, d),
  random.matrix(nK, d),
  random.matrix(nK, v),
]

/** Scores of about −20,000 that differ by a few units. */
const farBelow = (random: Random): QKV => [
  [1, 2, 3].map(() => [-100, -100, -100, -100]),
  random.matrix(4, 4).map((row) => row.map((x) => 100 + Math.round(4 * x) / 256)),
  random.matrix(4, 3),
]

/** Scores of about ±20, and one of 20,000 for the first query. */
function spike(random: Random, place: 'first' | 'last'): QKV {
  const [Q, K, V] = drawn(random, 2, 5, 4, 3)
  K[place === 'first' ? 0 : 4] = [400, 0, 0, 0]
  Q[0] = [100, 0, 0, 0]
  return [Q, K, V]
}

function steps(...[Q, K, V]: AttentionArgs): readonly ReferenceStep[] {
  const { scores, weights, output } = attentionSteps(Q, K, V)
  return [
    {
      name: 'scores',
      aliases: ['s', 'logits', 'scaled', 'dots', 'score'],
      how: 'q·k / √d',
      scale: 'signed',
      value: scores,
    },
    {
      name: 'weights',
      aliases: ['w', 'p', 'probs', 'a', 'attn', 'att'],
      how: 'softmax, by row',
      scale: 'weights',
      value: weights,
    },
    { name: 'output', aliases: ['out', 'o', 'result'], how: 'weights · V', scale: 'signed', value: output },
  ]
}
