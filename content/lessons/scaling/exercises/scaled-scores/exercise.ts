import { dot } from '#lib/attention/matrix.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { LOOSE_TOLERANCE, type ReferenceStep } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import { misconceptions, type ScaledScoresArgs } from './misconceptions.ts'

export default defineFunction<ScaledScoresArgs, number[][]>({
  name: 'scaledScores',
  signature: 'scaledScores(Q: number[][], K: number[][]): number[][]',
  params: { Q: ['nQ', 'd'], K: ['nK', 'd'] },
  reference: (Q, K) => dots(Q, K).map((row) => row.map((s) => s / Math.sqrt(getWidth(Q)))),
  examples: [
    {
      label: 'two queries, three keys, width 4',
      args: [
        [
          [1, 1, 1, 1],
          [2, 0, 0, 0],
        ],
        [
          [1, 1, 1, 1],
          [1, 0, 1, 0],
          [-1, 3, 0, 0],
        ],
      ],
    },
    { label: 'width 1', args: [[[3]], [[2], [-1]]] },
    { label: 'width 9', args: [[[1, 1, 1, 1, 1, 1, 1, 1, 1]], [[2, 2, 2, 2, 2, 2, 2, 2, 2]]] },
  ],
  random: { count: 28, make: (random) => drawn(random, random.int(1, 5), random.int(1, 5), random.int(1, 8)) },
  edgeCases: [
    { label: 'width 3, whose root is not a whole number', make: (random) => drawn(random, 3, 3, 3) },
    { label: 'width 2', make: (random) => drawn(random, 3, 4, 2) },
    { label: 'width 8', make: (random) => drawn(random, 2, 3, 8) },
    { label: 'width 64', make: (random) => drawn(random, 2, 3, 64) },
    { label: 'one query, five keys', make: (random) => drawn(random, 1, 5, 4) },
    { label: 'five queries, one key', make: (random) => drawn(random, 5, 1, 4) },
    { label: 'four queries, four keys, width 5', make: (random) => drawn(random, 4, 4, 5) },
    {
      label: 'a query of zeros',
      args: [
        [
          [0, 0, 0],
          [1, 2, 3],
        ],
        [
          [1, 1, 1],
          [0, 0, 0],
        ],
      ],
    },
    { label: 'scores near −20,000', make: (random) => farBelow(random, 3, 3, 4), tolerance: LOOSE_TOLERANCE },
    {
      label: 'one score near 10,000',
      args: [
        [[100, 0, 0]],
        [
          [1, 2, 3],
          [0, 1, 0],
          [173, 0, 0],
        ],
      ],
      tolerance: LOOSE_TOLERANCE,
    },
  ],
  misconceptions,
  steps: (Q, K) => scaledScoresSteps(Q, K),
  hints: [
    'How many numbers does the result have? One row per row of `Q`, with one number per row of `K`.',
    'The factor depends only on the width of the rows, not on how many rows there are: every dot product has d terms.',
    '`return Q.map((q) => K.map((k) => dot(q, k) / Math.sqrt(q.length)))`',
  ],
  passHeadline: 'Passed. The spread of the scores no longer depends on the width.',
})

type Pair = [number[][], number[][]]
const drawn = (random: Random, nQ: number, nK: number, d: number): Pair => [random.matrix(nQ, d), random.matrix(nK, d)]

/** Scores of about −20,000 that differ by a few units. */
const farBelow = (random: Random, nQ: number, nK: number, d: number): Pair => [
  random.matrix(nQ, d).map((row) => row.map(() => -100)),
  random.matrix(nK, d).map((row) => row.map((x) => 100 + Math.round(4 * x) / 256)),
]

const getWidth = (Q: readonly (readonly number[])[]): number => Q[0]?.length ?? 0
const dots = (...[Q, K]: ScaledScoresArgs): number[][] => Q.map((q) => K.map((k) => dot(q, k)))

function scaledScoresSteps(...[Q, K]: ScaledScoresArgs): readonly ReferenceStep[] {
  const raw = dots(Q, K)
  return [
    { name: 'dots', aliases: ['dot', 'raw', 'products', 'qk', 'logits'], how: 'q·k', scale: 'signed', value: raw },
    {
      name: 'scores',
      aliases: ['scaled', 's', 'out', 'output', 'result'],
      how: 'divided by √d',
      scale: 'signed',
      value: raw.map((row) => row.map((s) => s / Math.sqrt(getWidth(Q)))),
    },
  ]
}
