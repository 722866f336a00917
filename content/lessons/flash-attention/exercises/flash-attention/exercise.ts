import { attentionSteps } from '#lib/attention/attention.ts'
import { flashAttention } from '#lib/attention/flash-attention.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { edgeCases } from './edge-cases.ts'
import type { Flash } from './tiled.ts'
import { wrongBlocks } from './wrong-blocks.ts'
import { wrongMaximum } from './wrong-maximum.ts'
import { wrongMerging } from './wrong-merging.ts'
import { wrongRescaling } from './wrong-rescaling.ts'
import { wrongScores } from './wrong-scores.ts'

export default defineFunction<Flash, number[][]>({
  name: 'flashAttention',
  signature: 'flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][]',
  // queries are cut apart from keys: one query shows what goes wrong between blocks
  params: { Q: ['q', 'd'], K: ['n', 'd'], V: ['n', 'v'], blockSize: { int: 1 } },
  reference: (Q, K, V, blockSize) => flashAttention(Q, K, V, blockSize),
  examples: [
    { label: 'three keys in blocks of two', args: [[[1], [2]], [[1], [0], [2]], [[1], [3], [9]], 2] },
    {
      label: 'four keys in blocks of two, width 4',
      args: [
        [[1, 1, 1, 1]],
        [
          [1, 1, 0, 0],
          [2, 0, 0, 0],
          [2, 2, 0, 0],
          [0, 0, 4, 2],
        ],
        [
          [4, 0],
          [0, 4],
          [8, 0],
          [0, 8],
        ],
        2,
      ],
    },
    {
      label: 'a query of zeros, so a plain mean',
      args: [[[0]], [[3], [1], [2]], [[2], [4], [9]], 2],
    },
  ],
  random: {
    count: 26,
    make(random) {
      const [nQ, nK, d] = [random.int(1, 4), random.int(2, 9), random.int(1, 5)]
      const spread = random.pick([1, 1.5, 2])
      return [
        random.matrix(nQ, d, spread),
        random.matrix(nK, d, spread),
        random.matrix(nK, random.int(1, 3)),
        random.int(1, 5),
      ]
    },
  },
  edgeCases,
  misconceptions: [...wrongRescaling, ...wrongMaximum, ...wrongBlocks, ...wrongMerging, ...wrongScores],
  memory: {
    sizes: [24, 144],
    args: (n, random) => [random.matrix(n, 2), random.matrix(n, 2), random.matrix(n, 2), 8],
    maxExponent: 1.3,
    // outputs twice, maxima and sums, and a row of scores or two: no matrix fits into that
    alwaysPassBelow: (n) => 12 * n,
    maxElements: (n) => 4 * n * (2 + 2) + 4 * 8 ** 2,
    maxBytes: (n) => 1000 * n + 8192,
    subject: 'your function',
    size: 'length',
    target: 'Running maxima, sums and outputs grow with n, and a tile of scores does not grow at all.',
    remark: {
      args: (random) => [random.matrix(1, 1), random.matrix(400, 1), random.matrix(400, 1), 8],
      above: 350,
      feedback:
        'For one query your code holds a number for every key at once, such as a whole row of scores. That is O(n), so it passes. It also reads all of K and V again for each query, which blocks avoid.',
    },
  },
  steps(Q, K, V) {
    const { scores, weights, output } = attentionSteps(Q, K, V)
    return [
      {
        name: 'scores',
        aliases: ['s', 'S', 'score', 'logits', 'block'],
        how: 'q·k / √d, all blocks',
        scale: 'signed',
        value: scores,
      },
      {
        name: 'weights',
        aliases: ['w', 'probs', 'attn'],
        how: 'softmax over all keys',
        scale: 'weights',
        value: weights,
      },
      {
        name: 'output',
        aliases: ['out', 'o', 'O', 'acc', 'result', 'y'],
        how: 'weights · V',
        scale: 'signed',
        value: output,
      },
    ]
  },
  hints: [
    'For one query, three things are enough from block to block: the largest score so far, the sum of exponentials measured from it, and the output measured from it, not yet divided.',
    'A block with a larger maximum makes every earlier exponential smaller by the same factor: exp(s − mNew) = exp(s − mOld) · exp(mOld − mNew). So one multiplication of the sum and one of the output are enough.',
    'Per block: `const mNew = Math.max(m, ...scores)`, `const keep = Math.exp(m - mNew)`, then `l = l * keep + sum(p)` and `o[c] = o[c] * keep + Σ p[j] * V[start + j][c]` with `p = exp(score - mNew)`. Divide by `l` after the last block.',
  ],
  passHeadline: 'Passed. The result is exact, and the n × n score matrix is never stored.',
})
