import { floorSqrt, noScale } from '#content/mistakes/scale.ts'
import { attending, getWidth, type Wrong } from './near-misses.ts'

/** Another factor on the scores, or the right one in another place. */
export const wrongScale: readonly Wrong[] = [
  noScale((scale) => attending({ scale: ({ Q }) => scale(getWidth(Q)) }), {
    wording: { divisor: '`Math.sqrt(d)`, where d is the length of a row of `Q`' },
  }),
  {
    // scaling twice gives the same numbers
    id: 'divide-by-d',
    headline: 'Divided by d, not √d',
    feedback:
      'You divide by d, or by √d twice. The variance of a dot product grows like d, but its standard deviation grows like √d. Dividing by d makes the weights of a wide head almost uniform: divide by `Math.sqrt(d)` once.',
    ...attending({ scale: ({ Q }) => 1 / getWidth(Q) }),
    variants: [attending({ scale: ({ Q }) => 1 / getWidth(Q) ** 2 })],
  },
  {
    id: 'multiply-by-sqrt',
    headline: 'Multiplied by √d instead of dividing',
    feedback:
      'You multiply the scores by √d. Their standard deviation is already √d; now it is d, and the softmax puts all of its weight on one key. Divide by √d, so that it is 1.',
    ...attending({ scale: ({ Q }) => Math.sqrt(getWidth(Q)) }),
  },
  floorSqrt((scale) => attending({ scale: ({ Q }) => scale(getWidth(Q)) })),
  {
    id: 'constant-8',
    headline: 'Divided by 8 at every width',
    feedback:
      'You divide by 8. That is √64, which is right only for heads of width 64. Take the width from the input: `Q[0].length`.',
    ...attending({ scale: () => 1 / 8 }),
  },
  {
    id: 'sqrt-of-keys',
    headline: 'Scaled by the number of keys',
    feedback:
      'You divide by the root of `K.length`, the number of keys. A score does not depend on how many other keys there are. A dot product sums one term per component: use the length of a row, `Q[0].length`.',
    ...attending({ scale: ({ K }) => 1 / Math.sqrt(K.length) }),
    variants: [attending({ scale: ({ K }) => 1 / K.length })],
  },
  {
    id: 'sqrt-of-queries',
    headline: 'Scaled by the number of queries',
    feedback:
      'You divide by the root of `Q.length`, the number of queries. A dot product sums one term per component: use the length of a row, `Q[0].length`.',
    ...attending({ scale: ({ Q }) => 1 / Math.sqrt(Q.length) }),
    variants: [attending({ scale: ({ Q }) => 1 / Q.length })],
  },
  {
    id: 'sqrt-of-value-width',
    headline: 'Scaled by the width of V',
    feedback:
      'You divide by the root of the width of `V`. The scores are dot products of queries and keys, so the result is wrong as soon as V is wider or narrower than K. Use the width of `Q`.',
    ...attending({ scale: ({ V }) => 1 / Math.sqrt(getWidth(V)) }),
  },
  {
    // scaling V gives the same numbers
    id: 'scale-after-softmax',
    headline: 'Scaled after the softmax',
    feedback:
      'You divide the weights (or the values) by √d. By then the softmax has saturated, and each row of weights sums to 1/√d. Divide the scores, before the softmax.',
    ...attending({ scale: () => 1, finish: (out, Q) => out.map((row) => row.map((x) => x / Math.sqrt(getWidth(Q)))) }),
  },
  {
    id: 'cosine',
    headline: 'Cosine instead of dot product',
    feedback:
      'You divide each score by the lengths of its query and key, which gives the cosine. In attention a long key may count for more than a short one. Divide all scores by the same number, √d.',
    ...attending({ scale: () => 1, score: (s, q, k) => s / (computeNorm(q) * computeNorm(k)) }),
    variants: [attending({ score: (s, q, k) => s / (computeNorm(q) * computeNorm(k)) })],
  },
]

const computeNorm = (x: readonly number[]): number => Math.sqrt(x.reduce((s, v) => s + v * v, 0))
