import { groupedQueryAttention, groupedQuerySteps } from '#lib/attention/grouped-query-attention.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import type { ReferenceStep } from '#lib/grading/exercise.ts'
import { edgeCases, heads } from './edge-cases.ts'
import type { QKV } from './kv-index.ts'
import { wrongHeads } from './wrong-heads.ts'
import { wrongSharing } from './wrong-sharing.ts'

export default defineFunction<QKV, number[][][]>({
  name: 'groupedQueryAttention',
  signature: 'groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][]',
  params: { Q: ['h', 'nQ', 'd'], K: ['g', 'nK', 'd'], V: ['g', 'nK', 'v'] },
  reference: (Q, K, V) => groupedQueryAttention(Q, K, V),
  examples: [
    {
      label: 'six query heads, three KV heads, one token',
      args: [
        [[[1]], [[2]], [[3]], [[4]], [[5]], [[6]]],
        [[[1]], [[1]], [[1]]],
        [[[10]], [[20]], [[30]]],
      ],
    },
    {
      label: 'four query heads, two KV heads, two tokens',
      args: [
        [[[0]], [[2]], [[0]], [[-2]]],
        [
          [[1], [-1]],
          [[2], [0]],
        ],
        [
          [[8], [0]],
          [[4], [12]],
        ],
      ],
    },
    {
      label: 'two query heads, one KV head',
      args: [
        [[[2, 0, 0, 0]], [[0, 0, 0, 0]]],
        [
          [
            [2, 0, 0, 0],
            [0, 0, 0, 0],
          ],
        ],
        [
          [
            [6, 0],
            [0, 6],
          ],
        ],
      ],
    },
  ],
  random: {
    count: 14,
    make(random) {
      const [h, g] = random.pick([
        [6, 3],
        [6, 2],
        [8, 4],
        [8, 2],
        [4, 2],
        [4, 1],
        [3, 3],
        [10, 5],
      ])
      return heads(random, h, g, random.int(1, 2), random.int(2, 3))
    },
  },
  edgeCases,
  misconceptions: [...wrongHeads, ...wrongSharing],
  cost: {
    sizes: [3, 6, 12],
    args: (n, random) => [random.heads(2, n, 2), random.heads(1, n, 2), random.heads(1, n, 2)],
    subject: 'your function',
    size: 'length',
    target:
      'Fewer KV heads save memory, not scores: all h heads still compare every query with every key, so n² is the minimum: nothing to fix.',
  },
  steps: (Q, K, V) => steps(Q, K, V),
  isValidInput: (Q, K, V) => K.length === V.length && Q.length % K.length === 0,
  hints: [
    'How many query heads share one KV head? Write down, for 6 query heads and 3 KV heads, which KV head each of them reads.',
    'The group of query head i is `i` divided by the size of a group, rounded down. The size of a group is `Q.length / K.length`.',
    '`const kv = Math.floor(i / (Q.length / K.length))`, and then attention of `Q[i]` over `K[kv]` and `V[kv]`, for every i.',
  ],
  passHeadline: 'Passed. Neighboring query heads share a KV head, and every query head has an output.',
})

/** All heads one below the other. */
function steps(...[Q, K, V]: QKV): readonly ReferenceStep[] {
  const all = groupedQuerySteps(Q, K, V)
  return [
    {
      name: 'scores',
      aliases: ['s', 'logits', 'dots', 'scaled', 'score'],
      how: 'q·k / √d, head below head',
      scale: 'signed',
      value: all.flatMap((head) => head.scores),
    },
    {
      name: 'weights',
      aliases: ['w', 'p', 'probs', 'a', 'attn', 'att'],
      how: 'softmax, by row',
      scale: 'weights',
      value: all.flatMap((head) => head.weights),
    },
    {
      name: 'output',
      aliases: ['out', 'o', 'result'],
      how: 'weights · V of the group',
      scale: 'signed',
      value: all.flatMap((head) => head.output),
    },
  ]
}
