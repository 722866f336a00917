import { attentionSteps } from '#lib/attention/attention.ts'
import { slidingWindowAttention } from '#lib/attention/sliding-window-attention.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import type { Sliding } from './attending.ts'
import { edgeCases } from './edge-cases.ts'
import { misconceptions } from './misconceptions.ts'

export default defineFunction<Sliding, number[][]>({
  name: 'slidingWindowAttention',
  signature:
    'slidingWindowAttention(Q: number[][], K: number[][], V: number[][], window: number, sinks: number): number[][]',
  params: { Q: ['n', 'd'], K: ['n', 'd'], V: ['n', 'v'], window: { int: 1 }, sinks: { int: 0 } },
  reference: (Q, K, V, window, sinks) => slidingWindowAttention(Q, K, V, window, sinks),
  examples: [
    {
      label: 'four tokens, a window of two, one sink',
      args: [[[0], [0], [0], [0]], [[1], [2], [0], [1]], [[8], [4], [2], [6]], 2, 1],
    },
    {
      label: 'four tokens, a window of two, no sinks',
      args: [[[1], [1], [1], [1]], [[1], [0], [2], [1]], [[1], [2], [4], [8]], 2, 0],
    },
    {
      label: 'five tokens, a window of one, two sinks',
      args: [[[1], [0], [1], [0], [1]], [[0], [1], [2], [0], [1]], [[1], [2], [4], [8], [16]], 1, 2],
    },
  ],
  random: {
    count: 26,
    make(random) {
      const [n, d] = [random.int(3, 8), random.int(1, 5)]
      const Q = random.matrix(n, d, 1.5)
      return [Q, random.matrix(n, d, 1.5), random.matrix(n, random.int(1, 3)), random.int(1, 5), random.int(0, 3)]
    },
  },
  edgeCases,
  misconceptions,
  steps(Q, K, V, window, sinks) {
    const { scores, masked, weights, output } = attentionSteps(Q, K, V, { causal: true, window, sinks })
    return [
      { name: 'scores', aliases: ['s', 'logits', 'dots'], how: 'q·k / √d', scale: 'signed', value: scores },
      { name: 'masked', aliases: ['m', 'maskedScores'], how: 'hidden: −∞', scale: 'signed', value: masked },
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
    'Write down which keys query 5 sees, with a window of 3 and two sinks. Which keys does query 1 see?',
    'One condition is enough: not after the query, and either among the last `window` or among the first `sinks`. A key for which both hold is still one key.',
    '`const visible = j <= i && (i - j < window || j < sinks)`, then a score of −∞ where it is false, softmax, and the average of the values.',
  ],
  passHeadline: 'Passed. The window slides, and the sinks stay.',
})
