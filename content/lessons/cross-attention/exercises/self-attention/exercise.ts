import { attentionSteps } from '#lib/attention/attention.ts'
import { selfAttention } from '#lib/attention/cross-attention.ts'
import { matmul } from '#lib/attention/matrix.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { LOOSE_TOLERANCE, type ReferenceStep } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import { misconceptions, type SelfArgs } from './misconceptions.ts'

export default defineFunction<SelfArgs, number[][]>({
  name: 'selfAttention',
  signature: 'selfAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][]',
  params: { X: ['n', 'x'], Wq: ['x', 'd'], Wk: ['x', 'd'], Wv: ['x', 'v'] },
  reference: (...args) => selfAttention(...args),
  examples: [
    { label: 'two tokens of width 1', args: [[[0], [1]], [[2]], [[3]], [[10]]] },
    {
      label: 'no preference, so the mean of the values',
      args: [
        [
          [1, 0],
          [3, 4],
        ],
        [
          [0, 0],
          [0, 0],
        ],
        [
          [1, 0],
          [0, 1],
        ],
        [
          [2, 0],
          [0, 1],
        ],
      ],
    },
  ],
  random: {
    count: 18,
    make(random) {
      const x = random.int(2, 4)
      const same = random.chance(0.6)
      return drawn(random, random.int(2, 5), x, same ? x : random.int(1, 5), same ? x : random.int(1, 4))
    },
  },
  edgeCases: [
    { label: 'one token', make: (r) => drawn(r, 1, 3, 3, 3) },
    { label: 'one token of width 1', make: (r) => drawn(r, 1, 1, 1, 1) },
    { label: 'queries narrower than tokens', make: (r) => drawn(r, 3, 5, 2, 5) },
    { label: 'queries wider than tokens', make: (r) => drawn(r, 3, 2, 7, 2) },
    { label: 'values wider than queries', make: (r) => drawn(r, 3, 3, 2, 6) },
    { label: 'equal tokens', make: (r) => equalRows(drawn(r, 3, 2, 2, 2)) },
    { label: 'scores near −20,000', make: (r) => atLevel(r, -20_000), tolerance: LOOSE_TOLERANCE },
    { label: 'scores near +10,000', make: (r) => atLevel(r, 10_000), tolerance: LOOSE_TOLERANCE },
  ],
  misconceptions,
  cost: {
    sizes: [5, 10, 20],
    args: (n, random) => drawn(random, n, 2, 2, 2),
    subject: 'your function',
    size: 'length',
    target: 'Every token meets every token, so n² is the minimum: nothing to fix.',
  },
  steps: (...args) => steps(...args),
  hints: [
    'Each token plays three roles. Which three, and which matrix computes each of them from X?',
    'Q is `X · Wq`, K is `X · Wk`, V is `X · Wv`. From there it is ordinary scaled dot-product attention.',
    '`return attention(matmul(X, Wq), matmul(X, Wk), matmul(X, Wv))`',
  ],
  passHeadline: 'Passed. One input has three roles: query, key and value.',
})

const drawn = (r: Random, n: number, x: number, d: number, v: number): SelfArgs => [
  r.matrix(n, x),
  r.matrix(x, d, 1.2 / Math.sqrt(x)),
  r.matrix(x, d, 1.2 / Math.sqrt(x)),
  r.matrix(x, v, 1.2 / Math.sqrt(x)),
]

const equalRows = ([X, ...W]: SelfArgs): SelfArgs => [X.map(() => [...(X[0] ?? [])]), ...W]

/** All scores near one level, a half apart, exact in single precision: column 0 of X is 1 and carries the level. */
function atLevel(r: Random, level: number): SelfArgs {
  const X = [0, 1, 2].map(() => [1, r.int(-2, 2), r.int(-2, 2)])
  const Wq = [
    [1, 1, 1, 1],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]
  const Wk = [
    [level / 2, level / 2, level / 2, level / 2],
    [1, 0, 0, 0],
    [0, 0, 0, 0],
  ]
  return [
    X,
    Wq,
    Wk,
    [
      [1, 0],
      [0, 2],
      [1, 1],
    ],
  ]
}

function steps(...[X, Wq, Wk, Wv]: SelfArgs): readonly ReferenceStep[] {
  const [Q, K, V] = [matmul(X, Wq), matmul(X, Wk), matmul(X, Wv)]
  const { scores, weights, output } = attentionSteps(Q, K, V)
  return [
    { name: 'Q', aliases: ['q', 'queries'], how: 'X · Wq', scale: 'signed', value: Q },
    { name: 'K', aliases: ['k', 'keys'], how: 'X · Wk', scale: 'signed', value: K },
    { name: 'V', aliases: ['v', 'values'], how: 'X · Wv', scale: 'signed', value: V },
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
