import { scoreMatrixBytes } from '#lib/attention/cost.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { EXACT_TOLERANCE } from '#lib/grading/exercise.ts'
import { misconceptions, type ScoreSize } from './misconceptions.ts'

const ones = { n: 1, heads: 1, layers: 1, bytesPerElement: 1 } as const
const LLAMA_2_7B = { n: 4096, heads: 32, layers: 32, bytesPerElement: 2 } as const

export default defineFunction<[opts: ScoreSize], number>({
  name: 'scoreMatrixBytes',
  signature: 'scoreMatrixBytes(opts: { n: number; heads: number; layers: number; bytesPerElement: number }): number',
  params: {
    opts: { fields: { n: { int: 1 }, heads: { int: 1 }, layers: { int: 1 }, bytesPerElement: { fixed: true } } },
  },
  tolerance: EXACT_TOLERANCE,
  reference: (opts) => scoreMatrixBytes(opts),
  examples: [
    { label: 'three tokens, one head, one layer, fp16', args: [{ n: 3, heads: 1, layers: 1, bytesPerElement: 2 }] },
    { label: 'two layers of four heads', args: [{ n: 3, heads: 4, layers: 2, bytesPerElement: 2 }] },
    {
      label: '100,000 tokens, one head, one layer, fp16',
      args: [{ n: 100_000, heads: 1, layers: 1, bytesPerElement: 2 }],
    },
  ],
  random: {
    count: 20,
    make: (random) => [
      {
        n: random.int(1, 600),
        heads: random.int(1, 32),
        layers: random.int(1, 48),
        bytesPerElement: random.pick([0.5, 1, 2, 4]),
      },
    ],
  },
  // Each mistake has a size at which it stands alone: one factor above 1, all others 1.
  edgeCases: [
    { label: 'all sizes 1', args: [ones] },
    { label: 'five tokens and nothing else', args: [{ ...ones, n: 5 }] },
    { label: 'six heads and nothing else', args: [{ ...ones, heads: 6 }] },
    { label: 'seven layers and nothing else', args: [{ ...ones, layers: 7 }] },
    { label: 'four bytes per element and nothing else', args: [{ ...ones, bytesPerElement: 4 }] },
    { label: 'half a byte per element', args: [{ n: 2, heads: 1, layers: 1, bytesPerElement: 0.5 }] },
    { label: 'Llama-2-7B at 4,096 tokens, fp16', args: [LLAMA_2_7B] },
    { label: '100,000 tokens in a whole model', args: [{ ...LLAMA_2_7B, n: 100_000 }] },
  ],
  misconceptions,
  hints: [
    'How many scores does one head of one layer have? It compares each of n queries with each of n keys.',
    'One head has n² scores. Each head of each layer has its own matrix, and each score takes `bytesPerElement` bytes.',
    'return layers * heads * n * n * bytesPerElement',
  ],
  passHeadline: 'Passed. The bytes grow with the square of the length, and with nothing else squared.',
})
