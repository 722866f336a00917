import { floorSqrt, noScale, type Scale } from '#content/mistakes/scale.ts'
import { dot } from '#lib/attention/matrix.ts'
import { softmax } from '#lib/attention/softmax.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'

type Rows = readonly (readonly number[])[]
export type ScaledScoresArgs = [Q: Rows, K: Rows]

const withScale = (scale: Scale) => ({
  implementation: (...[Q, K]: ScaledScoresArgs) => scaledBy(Q, K, scale(getWidth(Q))),
})

export const misconceptions: readonly FunctionMisconception<ScaledScoresArgs>[] = [
  noScale(withScale, {
    wording: {
      divisor: '`Math.sqrt(d)`, where d is the length of a row of `Q`',
      reason: 'A dot product of width d sums d terms, so the scores spread further as heads get wider.',
    },
  }),
  {
    // scaling twice gives the same numbers
    id: 'divide-by-d',
    headline: 'Divided by d, not √d',
    feedback:
      'You divide by d, or by √d twice. The variance of a dot product grows like d, but its standard deviation grows like √d. Dividing by d makes the weights of a wide head almost uniform: divide by `Math.sqrt(d)` once.',
    implementation: (Q, K) => scaledBy(Q, K, 1 / getWidth(Q)),
  },
  {
    id: 'multiply-by-sqrt',
    headline: 'Multiplied by √d instead of dividing',
    feedback:
      'You multiply the scores by √d. Their standard deviation is already √d; now it is d. Divide by √d, so that it is 1.',
    implementation: (Q, K) => scaledBy(Q, K, Math.sqrt(getWidth(Q))),
  },
  floorSqrt(withScale),
  {
    id: 'constant-8',
    headline: 'Divided by 8 at every width',
    feedback:
      'You divide by 8. That is √64, which is right only for heads of width 64. Take the width from the input: `Q[0].length`.',
    implementation: (Q, K) => scaledBy(Q, K, 1 / 8),
  },
  {
    id: 'sqrt-of-keys',
    headline: 'Scaled by the number of keys',
    feedback:
      'You divide by the root of `K.length`, the number of keys. A score does not depend on how many other keys there are. A dot product sums one term per component: use the length of a row, `Q[0].length`.',
    implementation: (Q, K) => scaledBy(Q, K, 1 / Math.sqrt(K.length)),
  },
  {
    id: 'sqrt-of-queries',
    headline: 'Scaled by the number of queries',
    feedback:
      'You divide by the root of `Q.length`, the number of queries. A dot product sums one term per component: use the length of a row, `Q[0].length`.',
    implementation: (Q, K) => scaledBy(Q, K, 1 / Math.sqrt(Q.length)),
  },
  {
    id: 'cosine',
    headline: 'Cosine instead of dot product',
    feedback:
      'You divide each score by the lengths of its query and key, which gives the cosine. In attention a long key may count for more than a short one. Divide all scores by the same number, √d.',
    implementation: (Q, K) => Q.map((q) => K.map((k) => dot(q, k) / (Math.sqrt(dot(q, q)) * Math.sqrt(dot(k, k))))),
  },
  {
    id: 'softmax-too-early',
    headline: 'Weights instead of scores',
    feedback:
      'Your rows sum to 1, so you applied the softmax. This exercise asks for the scores before the softmax. Return `dot(q, k) / Math.sqrt(d)`.',
    implementation: (Q, K) => scaledBy(Q, K, 1 / Math.sqrt(getWidth(Q))).map((row) => softmax(row)),
  },
  {
    id: 'transposed',
    headline: 'Rows and columns swapped',
    feedback:
      'Your rows belong to keys and your columns to queries. A row holds the scores of one query: loop over `Q` outside and over `K` inside.',
    implementation: (Q, K) => scaledBy(K, Q, 1 / Math.sqrt(getWidth(Q))),
  },
  {
    id: 'queries-against-queries',
    headline: 'Queries compared with queries',
    feedback: 'Your scores are Q·Qᵀ: `K` has no influence on them. Compare each query with each key: `dot(q, k)`.',
    implementation: (Q) => scaledBy(Q, Q, 1 / Math.sqrt(getWidth(Q))),
  },
]

const getWidth = (Q: Rows): number => Q[0]?.length ?? 0
const dots = (Q: Rows, K: Rows): number[][] => Q.map((q) => K.map((k) => dot(q, k)))
const scaledBy = (Q: Rows, K: Rows, factor: number): number[][] => dots(Q, K).map((row) => row.map((s) => s * factor))
