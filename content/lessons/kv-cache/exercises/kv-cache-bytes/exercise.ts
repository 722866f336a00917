import { kvCacheBytes } from '#lib/attention/cost.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { EXACT_TOLERANCE } from '#lib/grading/exercise.ts'
import { misconceptions, type Size } from './misconceptions.ts'

const LLAMA_2_7B = { layers: 32, batch: 1, seqLen: 4096, kvHeads: 32, headDim: 128, bytesPerElement: 2 } as const
const LLAMA_2_70B = { layers: 80, batch: 1, seqLen: 4096, kvHeads: 8, headDim: 128, bytesPerElement: 2 } as const

const ones = { layers: 1, batch: 1, seqLen: 1, kvHeads: 1, headDim: 1, bytesPerElement: 1 } as const

export default defineFunction<[size: Size], number>({
  name: 'kvCacheBytes',
  signature:
    'kvCacheBytes(size: { layers: number; batch: number; seqLen: number; kvHeads: number; headDim: number; bytesPerElement: number }): number',
  params: {
    size: {
      fields: {
        layers: { int: 1 },
        batch: { int: 1 },
        seqLen: { int: 1 },
        kvHeads: { int: 1 },
        headDim: { int: 1 },
        bytesPerElement: { int: 1 },
      },
    },
  },
  tolerance: EXACT_TOLERANCE,
  reference: (size) => kvCacheBytes(size),
  examples: [
    {
      label: 'one token, one layer, one head of width 4, in fp16',
      args: [{ layers: 1, batch: 1, seqLen: 1, kvHeads: 1, headDim: 4, bytesPerElement: 2 }],
    },
    {
      label: 'two layers, three sequences of five tokens',
      args: [{ layers: 2, batch: 3, seqLen: 5, kvHeads: 1, headDim: 4, bytesPerElement: 2 }],
    },
    { label: 'Llama-2-7B, one sequence of 4,096 tokens', args: [LLAMA_2_7B] },
    { label: 'Llama-2-7B, a batch of 32', args: [{ ...LLAMA_2_7B, batch: 32 }] },
  ],
  random: {
    count: 24,
    make: (random) => [
      {
        layers: random.int(1, 12),
        batch: random.int(1, 9),
        seqLen: random.int(1, 500),
        kvHeads: random.int(1, 16),
        headDim: random.pick([1, 3, 8, 20, 64]),
        bytesPerElement: random.pick([1, 2, 4]),
      },
    ],
  },
  // Each mistake has a size at which it stands alone: one factor above 1, all others 1.
  edgeCases: [
    { label: 'all sizes 1', args: [ones] },
    { label: 'seven layers and nothing else', args: [{ ...ones, layers: 7 }] },
    { label: 'a batch of three and nothing else', args: [{ ...ones, batch: 3 }] },
    { label: 'five tokens and nothing else', args: [{ ...ones, seqLen: 5 }] },
    { label: 'six heads and nothing else', args: [{ ...ones, kvHeads: 6 }] },
    { label: 'a head of width nine and nothing else', args: [{ ...ones, headDim: 9 }] },
    { label: 'four bytes an element and nothing else', args: [{ ...ones, bytesPerElement: 4 }] },
    { label: 'one token of Llama-2-7B', args: [{ ...LLAMA_2_7B, seqLen: 1 }] },
    { label: 'Llama-2-7B in int8', args: [{ ...LLAMA_2_7B, bytesPerElement: 1 }] },
    { label: 'Llama-2-70B with its 8 KV heads', args: [LLAMA_2_70B] },
    { label: 'a batch of 64 with 131,072 tokens each', args: [{ ...LLAMA_2_70B, batch: 64, seqLen: 131072 }] },
  ],
  misconceptions,
  hints: [
    'Start with one token in one layer and one head. How many numbers does it add to the cache, and how many bytes are they?',
    'A key and a value, each of width `headDim`: 2 · headDim numbers. Every KV head, every layer, every token and every sequence of the batch adds as many.',
    'return 2 * layers * batch * seqLen * kvHeads * headDim * bytesPerElement',
  ],
  passHeadline: 'Passed. Each token adds two vectors in every layer and KV head.',
})
