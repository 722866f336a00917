import { maxFromZero, noMax } from '#content/mistakes/softmax.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import { type AttendOverrides, attending, type Cached, coarse, meanScale, type Row } from './attending.ts'

type Wrong = FunctionMisconception<Cached>
const attendingWith = (overrides: AttendOverrides) => ({
  implementation: (...args: Cached) => attending(overrides, args),
})
const first = (rows: readonly Row[]): number => rows[0]?.scale ?? 0
const largest = (rows: readonly Row[]): number => Math.max(...rows.map((r) => r.scale))

export const misconceptions: readonly Wrong[] = [
  {
    id: 'q-quantised',
    headline: 'Query quantized too',
    feedback:
      'You round the query to eight bits as well. It is used once and not stored, so nothing is saved, and its error enters every score. Quantize only keys and values.',
    ...attendingWith({ query: coarse }),
    variants: [attendingWith({ query: (q) => q.map(Math.round) })],
  },
  {
    id: 'k-scale-left-out',
    headline: 'The keys’ scales are left out',
    feedback:
      'Your scores use the integers of a key and not its scale. A key is `k.q[c] * k.scale`: multiply the dot product by `k.scale` before the softmax.',
    ...attendingWith({ kScale: () => 1 }),
    variants: [attendingWith({ kScale: () => 1 / 127 })],
  },
  {
    id: 'k-scale-after-softmax',
    headline: 'The keys’ scales come after the softmax',
    feedback:
      'You multiply the weights by the keys’ scales. The softmax is not linear, so it has to see the scaled scores: multiply the dot product by `k.scale` first.',
    ...attendingWith({ kScale: () => 1, weigh: (w, K8) => w.map((x, j) => x * (K8[j]?.scale ?? 0)) }),
    variants: [
      attendingWith({ weigh: (w, K8) => w.map((x, j) => x * (K8[j]?.scale ?? 0)) }),
      attendingWith({ kScale: () => 1, weigh: (w, K8) => normalised(w.map((x, j) => x * (K8[j]?.scale ?? 0))) }),
    ],
  },
  {
    id: 'v-scale-left-out',
    headline: 'The values’ scales are left out',
    feedback:
      'You average the integers of the values. A value is `v.q[c] * v.scale`: each row has its own scale, so it goes into the sum, row by row.',
    ...attendingWith({ vScale: () => 1 }),
    variants: [attendingWith({ vScale: () => 1 / 127 })],
  },
  {
    id: 'no-scales',
    headline: 'No scale is used at all',
    feedback: 'You attend over the integers directly. Keys and values are `q[c] * scale`, each row with its own scale.',
    ...attendingWith({ kScale: () => 1, vScale: () => 1 }),
  },
  {
    id: 'one-scale',
    headline: 'One scale for all rows',
    feedback:
      'You take one scale (the first, the largest, or the mean) for the whole cache. Each row was divided by its own: row j is `q[c] * scale` with the scale of row j.',
    ...attendingWith({ kScale: (_j, K) => first(K), vScale: (_j, _K, V) => first(V) }),
    variants: [first, largest, meanScale].flatMap((one) => [
      attendingWith({ kScale: (_j, K) => one(K), vScale: (_j, _K, V) => one(V) }),
      attendingWith({ kScale: (_j, K) => one(K) }),
      attendingWith({ vScale: (_j, _K, V) => one(V) }),
    ]),
  },
  {
    id: 'scales-exchanged',
    headline: 'Keys and values share a scale',
    feedback:
      'You use the scale of a key for its value, or the other way round. The key and the value of a token each have their own scale.',
    ...attendingWith({ kScale: (j, _K, V) => V[j]?.scale ?? 0, vScale: (j, K) => K[j]?.scale ?? 0 }),
    variants: [
      attendingWith({ vScale: (j, K) => K[j]?.scale ?? 0 }),
      attendingWith({ kScale: (j, _K, V) => V[j]?.scale ?? 0 }),
    ],
  },
  {
    id: 'scale-squared',
    headline: 'A scale is used twice',
    feedback: 'You multiply by the scale twice. Dequantize the row or scale the dot product, not both.',
    ...attendingWith({ kScale: (j, K) => (K[j]?.scale ?? 0) ** 2, vScale: (j, _K, V) => (V[j]?.scale ?? 0) ** 2 }),
    variants: [
      attendingWith({ kScale: (j, K) => (K[j]?.scale ?? 0) ** 2 }),
      attendingWith({ vScale: (j, _K, V) => (V[j]?.scale ?? 0) ** 2 }),
    ],
  },
  {
    id: 'divided-by-scale',
    headline: 'Divided by the scale',
    feedback:
      'You divide by the scale to dequantize. It was divided by on the way in: a row is `q[c] * scale`. And a scale may be 0.',
    ...attendingWith({ kScale: (j, K) => 1 / (K[j]?.scale ?? 0), vScale: (j, _K, V) => 1 / (V[j]?.scale ?? 0) }),
    variants: [
      attendingWith({ kScale: (j, K) => 1 / (K[j]?.scale ?? 0) }),
      attendingWith({ vScale: (j, _K, V) => 1 / (V[j]?.scale ?? 0) }),
    ],
  },
  {
    id: 'rounded',
    headline: 'The result is rounded',
    feedback:
      'You round rows, scores or the output. Only the stored integers have eight bits; everything computed from them stays in floating point.',
    ...attendingWith({ finish: (o) => o.map(Math.round) }),
    variants: [attendingWith({ finish: coarse })],
  },
  {
    id: 'no-root',
    headline: 'The scores are not divided by √d',
    feedback:
      'You leave out 1/√d. The scale of a row undoes the quantization; the scale of attention is still needed: divide by `Math.sqrt(q.length)`.',
    ...attendingWith({ root: () => 1 }),
  },
  {
    id: 'root-wrong',
    headline: 'Divided by something other than √d',
    feedback:
      'You divide by d, by a rounded root, or by the root of another size. Divide each score by `Math.sqrt(q.length)`.',
    ...attendingWith({ root: (d) => d }),
    variants: [
      attendingWith({ root: (d) => Math.floor(Math.sqrt(d)) }),
      attendingWith({ root: (_d, dV) => Math.sqrt(dV) }),
      attendingWith({ root: (_d, _dV, n) => Math.sqrt(n) }),
      attendingWith({ root: (d) => Math.sqrt(d) * 127 }),
    ],
  },
  noMax((shift) => attendingWith({ shift }), { wording: 'the largest score' }),
  maxFromZero((shift) => attendingWith({ shift }), { wording: 'all scores' }),
  {
    id: 'token-mean',
    headline: 'All tokens have the same weight',
    feedback: 'You give every value the same weight. The weights come from the scores: softmax over `q·k / √d`.',
    ...attendingWith({ kScale: () => 0 }),
  },
  {
    id: 'keys-as-values',
    headline: 'Keys averaged instead of values',
    feedback: 'Your weights multiply the rows of `K8`. The weights come from the keys; they average the values.',
    implementation: (q, K8) => attending({}, [q, K8, K8]),
    variants: [
      (q, K8, V8) => {
        if (K8[0]?.q.length !== V8[0]?.q.length) throw new NotApplicable() // how wide the row is then is a matter of style
        return attending({}, [q, K8, K8])
      },
    ],
  },
]

function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((w) => w / sum)
}
