import { attending, type Wrong, widthOf } from './near-misses.ts'

/** Another factor on the scores, or the right one in another place. */
export const wrongScale: readonly Wrong[] = [
  {
    id: 'no-scale',
    headline: 'The scores are not scaled',
    say: 'You softmax the dot products as they are. Wider heads give larger scores, and the softmax puts almost all weight on one key. Divide each score by `Math.sqrt(d)`, d being the length of a row of `Q`.',
    ...attending({ scale: () => 1 }),
  },
  {
    // scaling twice gives the same numbers
    id: 'divide-by-d',
    headline: 'Divided by d, not √d',
    say: 'You divide by d, or by √d twice. It is the variance of a dot product that grows like d; the scores themselves grow like √d. Dividing by d makes wide heads almost indifferent.',
    ...attending({ scale: ({ Q }) => 1 / widthOf(Q) }),
    forms: [attending({ scale: ({ Q }) => 1 / widthOf(Q) ** 2 })],
  },
  {
    id: 'multiply-by-sqrt',
    headline: 'Multiplied by √d in place of divided',
    say: 'You multiply the scores by √d. They already spread by √d; now they spread by d, and the softmax picks one key. Divide, so that the spread comes back to 1.',
    ...attending({ scale: ({ Q }) => Math.sqrt(widthOf(Q)) }),
  },
  {
    id: 'floor-sqrt',
    headline: 'The root is cut to an integer',
    say: 'You round √d to a whole number. At width 4 or 64 nothing shows; at width 3 you divide by 1 in place of 1.73. Keep the root as a real number.',
    ...attending({ scale: ({ Q }) => 1 / Math.floor(Math.sqrt(widthOf(Q))) }),
    forms: [Math.round, Math.ceil].map((round) => attending({ scale: ({ Q }) => 1 / round(Math.sqrt(widthOf(Q))) })),
  },
  {
    id: 'constant-8',
    headline: 'Divided by 8 at every width',
    say: 'You divide by 8. That is √64, right for heads of width 64 only. Take the width from the rows that you are given.',
    ...attending({ scale: () => 1 / 8 }),
  },
  {
    id: 'sqrt-of-keys',
    headline: 'Scaled by the number of keys',
    say: 'You divide by the root of `K.length`, the number of keys. A score does not change when more keys stand beside it. What adds up inside a dot product is its width: use the length of a row.',
    ...attending({ scale: ({ K }) => 1 / Math.sqrt(K.length) }),
    forms: [attending({ scale: ({ K }) => 1 / K.length })],
  },
  {
    id: 'sqrt-of-queries',
    headline: 'Scaled by the number of queries',
    say: 'You divide by the root of `Q.length`, the number of queries. What adds up inside a dot product is its width: use the length of a row, `Q[0].length`.',
    ...attending({ scale: ({ Q }) => 1 / Math.sqrt(Q.length) }),
    forms: [attending({ scale: ({ Q }) => 1 / Q.length })],
  },
  {
    id: 'sqrt-of-value-width',
    headline: 'Scaled by the width of V',
    say: 'You divide by the root of the value width. The scores are dot products of queries and keys, so their width counts. It shows as soon as V is wider or narrower than K.',
    ...attending({ scale: ({ V }) => 1 / Math.sqrt(widthOf(V)) }),
  },
  {
    // scaling V gives the same numbers
    id: 'scale-after-softmax',
    headline: 'Scaled after the softmax',
    say: 'You divide the weights (or the values) by √d. The softmax has saturated by then, and the weights sum to 1/√d. The factor belongs on the scores, before the softmax.',
    ...attending({ scale: () => 1, finish: (out, Q) => out.map((row) => row.map((x) => x / Math.sqrt(widthOf(Q)))) }),
  },
  {
    id: 'cosine',
    headline: 'Cosine in place of dot product',
    say: 'You divide each score by the lengths of its own query and key, which gives the cosine. Attention divides all scores by one constant: a long key may still count for more than a short one.',
    ...attending({ scale: () => 1, score: (s, q, k) => s / (lengthOf(q) * lengthOf(k)) }),
    forms: [attending({ score: (s, q, k) => s / (lengthOf(q) * lengthOf(k)) })],
  },
]

const lengthOf = (x: readonly number[]): number => Math.sqrt(x.reduce((s, v) => s + v * v, 0))
