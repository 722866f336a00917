import { attentionSteps } from '#lib/attention/attention.ts'
import { paddedAttention } from '#lib/attention/padded-attention.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { LOOSE_TOLERANCE } from '#lib/grading/exercise.ts'
import { edgeCases } from './edge-cases.ts'
import { emptyRows } from './empty-rows.ts'
import { misconceptions, type Padded } from './misconceptions.ts'
import { wrongKeys } from './wrong-keys.ts'

export default defineFunction<Padded, number[][]>({
  name: 'paddedAttention',
  signature: 'paddedAttention(Q: number[][], K: number[][], V: number[][], keyMask: boolean[]): number[][]',
  params: { Q: ['m', 'd'], K: ['n', 'd'], V: ['n', 'v'], keyMask: ['n'] },
  reference: (Q, K, V, keyMask) => paddedAttention(Q, K, V, keyMask),
  examples: [
    {
      label: 'three keys, the last one padding',
      args: [
        [[1], [2], [1]],
        [[1], [-1], [2]],
        [[1], [2], [9]],
        [true, true, false],
      ],
    },
    {
      label: 'padding on the left',
      args: [
        [[0], [0]],
        [[7], [1], [2]],
        [
          [9, 9],
          [2, 0],
          [4, 6],
        ],
        [false, true, true],
      ],
    },
    { label: 'nothing but padding', args: [[[1]], [[1], [2]], [[5], [7]], [false, false]] },
  ],
  random: {
    count: 26,
    make(random) {
      const n = random.int(2, 6)
      const d = random.int(1, 5)
      const keyMask = Array.from({ length: n }, () => random.chance(0.6))
      keyMask[random.int(0, n - 1)] = true
      return [
        random.matrix(random.int(1, 5), d, 1.5),
        random.matrix(n, d, 1.5),
        random.matrix(n, random.int(1, 4)),
        keyMask,
      ]
    },
  },
  edgeCases: edgeCases.map(({ coarse, ...input }) => ({ ...input, ...(coarse && { tolerance: LOOSE_TOLERANCE }) })),
  misconceptions: [...misconceptions, ...wrongKeys, ...emptyRows],
  steps(Q, K, V, keyMask) {
    const { scores, masked, weights, output } = attentionSteps(Q, K, V, { keyMask })
    return [
      {
        name: 'scores',
        aliases: ['score', 's', 'logits', 'dots', 'scaled'],
        how: 'q·k / √d',
        scale: 'signed',
        value: scores,
      },
      { name: 'masked', aliases: ['m', 'maskedScores', 'hidden'], how: 'padding: −∞', scale: 'signed', value: masked },
      {
        name: 'weights',
        aliases: ['w', 'p', 'probs', 'attn'],
        how: 'softmax, by row',
        scale: 'weights',
        value: weights,
      },
      { name: 'output', aliases: ['out', 'o', 'y'], how: 'weights · V', scale: 'signed', value: output },
    ]
  },
  hints: [
    'The mask has one entry per key, so it hides columns of the scores. Which index do you look it up with?',
    'Replace the scores of padding with −∞, before the softmax. Then ask what your softmax does with a row of −∞ only: −∞ − (−∞) is NaN.',
    'First `if (!keyMask.includes(true)) return Q.map(() => V[0].map(() => 0));`, then for each row `scores.map((s, j) => (keyMask[j] ? s : -Infinity))`, softmax, average.',
  ],
  passHeadline: 'Passed. No output depends on padding.',
})
