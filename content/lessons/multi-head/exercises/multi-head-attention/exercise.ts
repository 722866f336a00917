import { groupedQuerySteps } from '#lib/attention/grouped-query-attention.ts'
import { mergeHeads, splitHeads } from '#lib/attention/heads.ts'
import { matmul } from '#lib/attention/matrix.ts'
import { multiHeadAttention } from '#lib/attention/multi-head-attention.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import type { ReferenceStep } from '#lib/grading/exercise.ts'
import { acrossHeads } from './across-heads.ts'
import { drawn, edgeCases } from './edge-cases.ts'
import type { LayerArgs } from './parametrized-layer.ts'
import { wrongCut } from './wrong-cut.ts'
import { wrongFactor } from './wrong-factor.ts'
import { wrongHeads } from './wrong-heads.ts'
import { wrongLayer } from './wrong-layer.ts'

export default defineFunction<LayerArgs, number[][]>({
  name: 'multiHeadAttention',
  signature:
    'multiHeadAttention(X: number[][], Wq: number[][], Wk: number[][], Wv: number[][], Wo: number[][], numHeads: number): number[][]',
  params: {
    X: ['n', 'x'],
    Wq: ['x', 'e'],
    Wk: ['x', 'e'],
    Wv: ['x', 'e'],
    Wo: ['e', 'x'],
    numHeads: { fixed: true },
  },
  reference: (...args) => multiHeadAttention(...args),
  examples: [
    {
      label: 'two tokens, two heads of width 1',
      args: [
        [
          [2, 0],
          [0, 2],
        ],
        [
          [0, 1],
          [0, 0],
        ],
        [
          [0, 1],
          [0, -1],
        ],
        [
          [4, 8],
          [0, 0],
        ],
        [
          [1, 2],
          [0, 1],
        ],
        2,
      ],
    },
    {
      label: 'no preference, so every head takes the mean',
      args: [
        [
          [1, 3],
          [5, 1],
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
          [1, 0],
          [0, 1],
        ],
        [
          [1, 1],
          [0, 2],
        ],
        2,
      ],
    },
  ],
  random: {
    count: 13,
    make(random) {
      const [heads, width] = random.pick([
        [2, 2],
        [2, 3],
        [3, 2],
        [4, 1],
        [2, 1],
        [1, 3],
      ])
      return drawn(random, random.int(2, 4), heads, width)
    },
  },
  edgeCases,
  misconceptions: [...wrongCut, ...wrongHeads, ...acrossHeads, ...wrongFactor, ...wrongLayer],
  cost: {
    sizes: [3, 6, 12],
    args: (n, random) => drawn(random, n, 2, 1),
    subject: 'your function',
    size: 'length',
    target: 'Every head compares every token with every other, so n² is the minimum: nothing to fix.',
  },
  steps: (...args) => steps(...args),
  isValidInput: (_, Wq, _Wk, _Wv, _Wo, numHeads) => (Wq[0]?.length ?? 0) % numHeads === 0,
  hints: [
    'Five steps: project, split, attend in each head, merge, project again. Which of them depend on the number of heads?',
    'Head h owns columns h·w to (h + 1)·w − 1 of `X·Wq`, `X·Wk` and `X·Wv`, where w is the number of columns divided by `numHeads`. Its scale is 1/√w.',
    'Split with `M.map((row) => row.slice(h * w, (h + 1) * w))`, merge with `X.map((_, i) => heads.flatMap((head) => head[i]))`, then multiply by `Wo`.',
  ],
  passHeadline: 'Passed. Every head attends separately, and `Wo` mixes them.',
})

/** All heads one below the other. */
function steps(...[X, Wq, Wk, Wv, Wo, numHeads]: LayerArgs): readonly ReferenceStep[] {
  const [Q, K, V] = [matmul(X, Wq), matmul(X, Wk), matmul(X, Wv)]
  const heads = groupedQuerySteps(splitHeads(Q, numHeads), splitHeads(K, numHeads), splitHeads(V, numHeads))
  const merged = mergeHeads(heads.map(({ output }) => output))
  return [
    { name: 'Q', aliases: ['q', 'queries'], how: 'X · Wq', scale: 'signed', value: Q },
    {
      name: 'scores',
      aliases: ['s', 'logits', 'dots', 'scaled', 'score'],
      how: 'q·k / √w, head below head',
      scale: 'signed',
      value: heads.flatMap((head) => head.scores),
    },
    {
      name: 'weights',
      aliases: ['w', 'p', 'probs', 'a', 'attn', 'att'],
      how: 'softmax, by row',
      scale: 'weights',
      value: heads.flatMap((head) => head.weights),
    },
    { name: 'merged', aliases: ['concat', 'joined', 'o'], how: 'heads side by side', scale: 'signed', value: merged },
    { name: 'output', aliases: ['out', 'result', 'y'], how: 'merged · Wo', scale: 'signed', value: matmul(merged, Wo) },
  ]
}
