import type { FunctionMisconception } from '#lib/grading/define-function.ts'

/** The sizes of the score matrices, as the learner's function gets them. */
export type ScoreSize = {
  readonly n: number
  readonly heads: number
  readonly layers: number
  readonly bytesPerElement: number
}

const bytes = ({ n, heads, layers, bytesPerElement }: ScoreSize): number => layers * heads * n * n * bytesPerElement

/** A factor that is not there. */
const forgotten: readonly FunctionMisconception<[ScoreSize]>[] = [
  {
    id: 'no-square',
    headline: 'Length not squared',
    feedback:
      'You multiply by `n` once: that is one row of scores per head. Each of n queries has a row of n scores. Multiply by `n` twice.',
    implementation: (s) => bytes(s) / s.n,
  },
  {
    id: 'no-heads',
    headline: 'Only one head counted',
    feedback:
      'You leave out `heads`. Each head has its own queries and keys, so it has its own n × n scores. Multiply by `heads`.',
    implementation: (s) => bytes(s) / s.heads,
  },
  {
    id: 'no-layers',
    headline: 'Only one layer counted',
    feedback:
      'You leave out `layers`. A naive backward pass needs the matrices of every layer, so all of them are kept at once. Multiply by `layers`.',
    implementation: (s) => bytes(s) / s.layers,
  },
  {
    id: 'one-head-one-layer',
    headline: 'One head of one layer counted',
    feedback:
      'You return n² · bytes: the scores of one head of one layer. Every head of every layer has its own. Multiply by `heads` and by `layers`.',
    implementation: (s) => s.n * s.n * s.bytesPerElement,
  },
  {
    id: 'no-bytes',
    headline: 'Scores counted, not bytes',
    feedback:
      'You count the scores. The exercise asks for bytes: each score takes `bytesPerElement` of them, 2 in fp16.',
    implementation: (s) => bytes(s) / s.bytesPerElement,
  },
]

/** A factor too many, or another unit. */
const other: readonly FunctionMisconception<[ScoreSize]>[] = [
  {
    id: 'bits',
    headline: 'Bits, not bytes',
    feedback:
      'Your number is eight times too large: you return bits. `bytesPerElement` is already in bytes, so don’t multiply by 8.',
    implementation: (s) => bytes(s) * 8,
  },
  {
    id: 'batch-invented',
    headline: 'A constant factor too many',
    feedback:
      'You multiply by a constant, as if there were a batch or a second matrix. The question is about one sequence, and about the scores alone. Use the four numbers in `opts` and nothing else.',
    implementation: (s) => bytes(s) * 2,
    variants: [3, 4, 16, 32, 64].map((batch) => (s: ScoreSize) => bytes(s) * batch),
  },
  {
    id: 'halved-for-causality',
    headline: 'Half of each matrix counted',
    feedback:
      'You count the part at and below the diagonal, or half of n². There is no mask here, and even with one a plain implementation stores the full matrix: n².',
    implementation: (s) => (bytes(s) / s.n / 2) * (s.n + 1),
    variants: [(s) => bytes(s) / 2],
  },
  {
    id: 'heads-squared',
    headline: 'Heads squared',
    feedback:
      'You square more than the length. Heads don’t attend to each other: each has one n × n matrix. Only `n` is squared.',
    implementation: (s) => bytes(s) * s.heads,
    variants: [(s) => bytes(s) * s.layers],
  },
  {
    id: 'bytes-rounded',
    headline: 'Bytes per element rounded',
    feedback:
      'You round `bytesPerElement` to a whole number. Two 4-bit numbers share a byte, so it may be 0.5. Multiply first; the product needs no rounding.',
    implementation: (s) => bytes({ ...s, bytesPerElement: Math.ceil(s.bytesPerElement) }),
    variants: [
      (s) => bytes({ ...s, bytesPerElement: Math.floor(s.bytesPerElement) }),
      (s) => Math.floor(s.n * s.n * s.bytesPerElement) * s.heads * s.layers,
      (s) => Math.ceil(s.n * s.n * s.bytesPerElement) * s.heads * s.layers,
      (s) => Math.floor(bytes(s)),
      (s) => Math.ceil(bytes(s)),
    ],
  },
  {
    id: 'heads-plus-layers',
    headline: 'Heads and layers added',
    feedback: 'You add `heads` and `layers`. Every layer has all of its heads, so there are `heads * layers` matrices.',
    implementation: (s) => (s.heads + s.layers) * s.n * s.n * s.bytesPerElement,
  },
  {
    id: 'in-kibibytes',
    headline: 'Kibibytes, not bytes',
    feedback: 'You divide by 1024. Return bytes; convert them to KiB only for display.',
    implementation: (s) => bytes(s) / 1024,
    variants: [(s) => bytes(s) / 1000],
  },
  {
    id: 'in-mebibytes',
    headline: 'Mebibytes, not bytes',
    feedback: 'You divide by 1024². Return bytes; convert them to MiB only for display.',
    implementation: (s) => bytes(s) / 1024 ** 2,
    variants: [(s) => bytes(s) / 1e6],
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
    id: 'int32-overflow',
    headline: 'The product overflows 32 bits',
    feedback:
      'You compute with 32-bit integers (`|`, `<<` or `Math.imul`). One head at 100,000 tokens takes 2 · 10¹⁰ bytes in fp16, more than 32 bits hold. Plain `*` is exact up to 2⁵³.',
    implementation: (s) => bytes(s) | 0,
    variants: [
      (s) => bytes(s) >>> 0,
      (s) => s.layers * s.heads * ((s.n * s.n) | 0) * s.bytesPerElement,
      (s) => s.layers * s.heads * ((s.n * s.n * s.bytesPerElement) | 0),
    ],
  },
]

export const misconceptions = [...forgotten, ...other]
