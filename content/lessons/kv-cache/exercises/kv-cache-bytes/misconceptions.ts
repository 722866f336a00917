import type { FunctionMisconception } from '#lib/grading/define-function.ts'

/** The sizes of a cache, as the learner's function gets them. */
export type Size = {
  readonly layers: number
  readonly batch: number
  readonly seqLen: number
  readonly kvHeads: number
  readonly headDim: number
  readonly bytesPerElement: number
}

const bytes = (s: Size): number => 2 * s.layers * s.batch * s.seqLen * s.kvHeads * s.headDim * s.bytesPerElement

/** A factor that is not there. */
const forgotten: readonly FunctionMisconception<[Size]>[] = [
  {
    id: 'no-values',
    headline: 'Keys or values left out',
    feedback:
      'Your number is half of what is stored. Each token adds a key and a value, of the same width here. That is the 2 in the formula.',
    implementation: (s) => bytes(s) / 2,
  },
  {
    id: 'one-layer-one-sequence',
    headline: 'One layer of one sequence counted',
    feedback:
      'You use 2 · seqLen · heads · headDim · bytes: that is one layer of one sequence. Every layer has its own cache, and so has every sequence of the batch. Multiply by `layers` and by `batch`.',
    implementation: (s) => bytes(s) / s.layers / s.batch,
  },
  {
    id: 'no-layers',
    headline: 'Only one layer counted',
    feedback:
      'You leave out `layers`. Each layer projects its own input, so the keys and values of a token differ from layer to layer, and all of them are stored. Multiply by `layers`.',
    implementation: (s) => bytes(s) / s.layers,
  },
  {
    id: 'no-batch',
    headline: 'Only one sequence counted',
    feedback:
      'You leave out `batch`. Each sequence needs its own cache: a batch of 32 sequences has 32 caches, but one set of weights. Multiply by `batch`.',
    implementation: (s) => bytes(s) / s.batch,
  },
  {
    id: 'no-seq-len',
    headline: 'Only one token counted',
    feedback:
      'You leave out `seqLen`. The cache holds every token so far, so it grows by the same amount at each step. Multiply by `seqLen`.',
    implementation: (s) => bytes(s) / s.seqLen,
  },
  {
    id: 'no-kv-heads',
    headline: 'Only one head counted',
    feedback: 'You leave out `kvHeads`. Each KV head has its own keys and values in the cache. Multiply by `kvHeads`.',
    implementation: (s) => bytes(s) / s.kvHeads,
  },
  {
    id: 'no-head-dim',
    headline: 'Vectors counted, not numbers',
    feedback:
      'You leave out `headDim`, so you count one number for a whole vector. A key is a vector of `headDim` numbers, and so is a value. Multiply by `headDim`.',
    implementation: (s) => bytes(s) / s.headDim,
  },
  {
    id: 'no-bytes',
    headline: 'Numbers counted, not bytes',
    feedback:
      'You count the stored numbers. The exercise asks for bytes: each number takes `bytesPerElement` of them, 2 in fp16.',
    implementation: (s) => bytes(s) / s.bytesPerElement,
  },
]

/** A factor too many, or another unit. */
const other: readonly FunctionMisconception<[Size]>[] = [
  {
    id: 'queries-counted',
    headline: 'Queries counted as well',
    feedback:
      'You count three vectors per token. Queries are not stored, because no later token reads an old query. Only keys and values are, so the factor is 2.',
    implementation: (s) => (bytes(s) / 2) * 3,
  },
  {
    id: 'bits',
    headline: 'Bits, not bytes',
    feedback:
      'Your number is eight times too large: you return bits. `bytesPerElement` is already in bytes, so do not multiply by 8.',
    implementation: (s) => bytes(s) * 8,
  },
  {
    id: 'seq-len-squared',
    headline: 'Length counted twice',
    feedback:
      'You multiply by `seqLen` twice. The score matrix grows with the square of the length, but the cache holds one key and one value per token, so it grows linearly. Multiply by `seqLen` once.',
    implementation: (s) => bytes(s) * s.seqLen,
  },
  {
    id: 'sum-over-steps',
    headline: 'Summed over all steps',
    feedback:
      'You add up the caches of all steps, 1 + 2 + … + n tokens. That is how much is read while n tokens are generated. What is stored at the end is the cache of the last step: n tokens.',
    implementation: (s) => (bytes(s) * (s.seqLen + 1)) / 2,
  },
  {
    id: 'in-gibibytes',
    headline: 'Gibibytes, not bytes',
    feedback: 'You divide by 1024³. Return bytes; convert them to GiB only for display.',
    implementation: (s) => bytes(s) / 1024 ** 3,
  },
  {
    id: 'in-gigabytes',
    headline: 'Gigabytes, not bytes',
    feedback: 'You divide by 10⁹. Return bytes; convert them to GB only for display.',
    implementation: (s) => bytes(s) / 1e9,
  },
  {
    id: 'in-mebibytes',
    headline: 'Mebibytes, not bytes',
    feedback: 'You divide by 1024². Return bytes; convert them to MiB only for display.',
    implementation: (s) => bytes(s) / 1024 ** 2,
  },
  {
    id: 'int32-overflow',
    headline: 'The product overflows 32 bits',
    feedback:
      'You compute with 32-bit integers (`|`, `<<` or `Math.imul`). The cache of one Llama-2-7B sequence of 4,096 tokens is already 2³¹ bytes, one more than fits. Plain `*` is exact up to 2⁵³.',
    implementation: (s) => bytes(s) | 0,
    variants: [(s) => bytes(s) >>> 0],
  },
]

export const misconceptions = [...forgotten, ...other]
