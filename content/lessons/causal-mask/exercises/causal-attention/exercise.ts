import { attentionSteps } from '#lib/attention/attention.ts'
import { causalAttention } from '#lib/attention/causal-attention.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { LOOSE_TOLERANCE } from '#lib/grading/exercise.ts'
import { edgeCases } from './edge-cases.ts'
import { misconceptions, type QKV } from './misconceptions.ts'

export default defineFunction<QKV, number[][]>({
  name: 'causalAttention',
  signature: 'causalAttention(Q: number[][], K: number[][], V: number[][]): number[][]',
  params: { Q: ['n', 'd'], K: ['n', 'd'], V: ['n', 'v'] },
  reference: (Q, K, V) => causalAttention(Q, K, V),
  examples: [
    {
      label: 'three tokens, width 1',
      args: [
        [[1], [2], [1]],
        [[1], [-1], [2]],
        [[1], [2], [9]],
      ],
    },
    {
      label: 'two tokens, width 4',
      args: [
        [
          [2, 0, 0, 0],
          [1, 1, 1, 1],
        ],
        [
          [1, 1, 1, 1],
          [2, 0, 2, 0],
        ],
        [
          [4, 0],
          [0, 4],
        ],
      ],
    },
    {
      label: 'queries of zeros, so plain means',
      args: [
        [[0], [0], [0]],
        [[3], [1], [2]],
        [
          [2, 6],
          [4, 0],
          [9, 3],
        ],
      ],
    },
  ],
  random: {
    count: 20,
    make(random) {
      const n = random.int(2, 7)
      const d = random.int(1, 6)
      return [random.matrix(n, d, 1.5), random.matrix(n, d, 1.5), random.matrix(n, random.int(1, 4))]
    },
  },
  edgeCases: edgeCases.map(({ coarse, ...input }) => ({ ...input, ...(coarse && { tolerance: LOOSE_TOLERANCE }) })),
  misconceptions,
  cost: {
    sizes: [8, 16, 32],
    args: (n, random) => [random.matrix(n, 2), random.matrix(n, 2), random.matrix(n, 1)],
    subject: 'your function',
    size: 'length',
    target: 'Full attention compares every token with all tokens before it, so n² is the minimum: nothing to fix.',
  },
  steps(Q, K, V) {
    const { scores, masked, weights, output } = attentionSteps(Q, K, V, { causal: true })
    return [
      {
        name: 'scores',
        aliases: ['score', 's', 'logits', 'dots', 'scaled'],
        how: 'q·k / √d',
        scale: 'signed',
        value: scores,
      },
      {
        name: 'masked',
        aliases: ['m', 'maskedScores', 'visible', 'hidden'],
        how: 'j > i: −∞',
        scale: 'signed',
        value: masked,
      },
      {
        name: 'weights',
        aliases: ['w', 'p', 'probs', 'a', 'attn'],
        how: 'softmax, by row',
        scale: 'weights',
        value: weights,
      },
      { name: 'output', aliases: ['out', 'o', 'y'], how: 'weights · V', scale: 'signed', value: output },
    ]
  },
  hints: [
    'Row i of the output is the attention of query i over keys 0 to i. Which weight must key i + 1 have, and before which step do you have to hide it?',
    'Apply the mask between the scores and the softmax: exp(−∞) is exactly 0, so only the visible keys enter the sum.',
    'For each row: `const masked = scores.map((s, j) => (j <= i ? s : -Infinity))`, then `softmax(masked)`, then the average of the rows of V with those weights.',
  ],
  passHeadline: 'Passed. No output depends on later tokens.',
})
