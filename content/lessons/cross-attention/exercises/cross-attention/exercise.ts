import { attentionSteps } from '#lib/attention/attention.ts'
import { crossAttention } from '#lib/attention/cross-attention.ts'
import { matmul } from '#lib/attention/matrix.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import type { ReferenceStep } from '#lib/grading/exercise.ts'
import { drawn, edgeCases } from './edge-cases.ts'
import { misconceptions } from './misconceptions.ts'
import type { CrossArgs } from './parametrized-cross.ts'

export default defineFunction<CrossArgs, number[][]>({
  name: 'crossAttention',
  signature: 'crossAttention(X: number[][], Y: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][]',
  params: { X: ['nQ', 'x'], Y: ['nK', 'y'], Wq: ['x', 'd'], Wk: ['y', 'd'], Wv: ['y', 'v'] },
  reference: (...args) => crossAttention(...args),
  examples: [
    {
      label: 'one query, two source tokens',
      args: [[[2]], [[0], [1]], [[1]], [[0]], [[10]]],
    },
    {
      label: 'two target and three source tokens, width 1',
      args: [[[1], [-1]], [[2], [0], [-2]], [[1]], [[2]], [[3]]],
    },
    {
      label: 'a wider source',
      args: [
        [
          [1, 0],
          [0, 1],
        ],
        [
          [0, 1, 2],
          [1, 0, 4],
        ],
        [[1], [-1]],
        [[0], [0], [1]],
        [
          [6, 0],
          [0, 6],
          [0, 0],
        ],
      ],
    },
  ],
  random: {
    count: 17,
    make(random) {
      const nY = random.int(2, 5)
      const nX = random.chance(0.3) ? nY : random.int(1, 4)
      const dX = random.int(2, 4)
      if (random.chance(0.6)) return drawn(random, { nX, nY, dX })
      const d = random.int(1, 4)
      return random.chance(0.5)
        ? drawn(random, { nX, nY, dX, d, v: random.int(1, 4) })
        : drawn(random, { nX, nY, dX, dY: random.int(2, 5), d, v: random.int(1, 4) })
    },
  },
  edgeCases,
  misconceptions,
  cost: {
    sizes: [5, 10, 20],
    args: (n, random) => drawn(random, { nX: n, nY: n, dX: 2 }),
    subject: 'your function',
    size: 'length on both sides',
    target: 'Every query meets every source token, so n_x · n_y is the minimum: nothing to fix.',
  },
  steps: (...args) => steps(...args),
  hints: [
    'The output has one row per row of X. Which of queries, keys and values are then projected from X, and which from Y?',
    'Queries are `X · Wq`, keys `Y · Wk`, values `Y · Wv`. From there it is ordinary scaled dot-product attention, with n_x queries and n_y keys.',
    '`return attention(matmul(X, Wq), matmul(Y, Wk), matmul(Y, Wv))`, where attention divides by the root of the width of its queries and has no mask.',
  ],
  passHeadline: 'Passed. Every query of X attends to all of Y.',
})

function steps(...[X, Y, Wq, Wk, Wv]: CrossArgs): readonly ReferenceStep[] {
  const [Q, K, V] = [matmul(X, Wq), matmul(Y, Wk), matmul(Y, Wv)]
  const { scores, weights, output } = attentionSteps(Q, K, V)
  return [
    { name: 'Q', aliases: ['q', 'queries'], how: 'X · Wq', scale: 'signed', value: Q },
    { name: 'K', aliases: ['k', 'keys'], how: 'Y · Wk', scale: 'signed', value: K },
    { name: 'V', aliases: ['v', 'values'], how: 'Y · Wv', scale: 'signed', value: V },
    {
      name: 'scores',
      aliases: ['s', 'logits', 'dots', 'scaled', 'score'],
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
