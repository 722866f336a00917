import { dot } from '#lib/attention/matrix.ts'
import { softmax } from '#lib/attention/softmax.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'

type Rows = readonly (readonly number[])[]
export type ScaledScoresArgs = [Q: Rows, K: Rows]

export const misconceptions: readonly FunctionMisconception<ScaledScoresArgs>[] = [
  {
    id: 'no-scale',
    headline: 'The scores are not scaled',
    say: 'You return the dot products as they are. A dot product of width d has d terms, so the scores spread wider as heads get wider. Divide each by `Math.sqrt(d)`, d being the length of a row of `Q`.',
    wrong: (Q, K) => dots(Q, K),
  },
  {
    // scaling twice gives the same numbers
    id: 'divide-by-d',
    headline: 'Divided by d, not √d',
    say: 'You divide by d, or by √d twice. It is the variance of a dot product that grows like d; the scores themselves grow like √d. Dividing by d makes wide heads almost indifferent.',
    wrong: (Q, K) => scaledBy(Q, K, 1 / widthOf(Q)),
  },
  {
    id: 'multiply-by-sqrt',
    headline: 'Multiplied by √d in place of divided',
    say: 'You multiply the scores by √d. They already spread by √d; now they spread by d. Divide, so that the spread comes back to 1.',
    wrong: (Q, K) => scaledBy(Q, K, Math.sqrt(widthOf(Q))),
  },
  {
    id: 'floor-sqrt',
    headline: 'The root is cut to an integer',
    say: 'You round √d down. At width 4 or 64 nothing shows; at width 3 you divide by 1 in place of 1.73. Keep the root as a real number.',
    wrong: (Q, K) => scaledBy(Q, K, 1 / Math.floor(Math.sqrt(widthOf(Q)))),
  },
  {
    id: 'constant-8',
    headline: 'Divided by 8 at every width',
    say: 'You divide by 8. That is √64, right for heads of width 64 only. Take the width from the rows that you are given.',
    wrong: (Q, K) => scaledBy(Q, K, 1 / 8),
  },
  {
    id: 'sqrt-of-keys',
    headline: 'Scaled by the number of keys',
    say: 'You divide by the root of `K.length`, the number of keys. A score does not change when more keys stand beside it. What adds up inside a dot product is its width: use the length of a row.',
    wrong: (Q, K) => scaledBy(Q, K, 1 / Math.sqrt(K.length)),
  },
  {
    id: 'sqrt-of-queries',
    headline: 'Scaled by the number of queries',
    say: 'You divide by the root of `Q.length`, the number of queries. What adds up inside a dot product is its width: use the length of a row, `Q[0].length`.',
    wrong: (Q, K) => scaledBy(Q, K, 1 / Math.sqrt(Q.length)),
  },
  {
    id: 'cosine',
    headline: 'Cosine in place of dot product',
    say: 'You divide each score by the lengths of its own query and key, which gives the cosine. Attention divides all scores by one constant: a long key may still count for more than a short one.',
    wrong: (Q, K) => Q.map((q) => K.map((k) => dot(q, k) / (Math.sqrt(dot(q, q)) * Math.sqrt(dot(k, k))))),
  },
  {
    id: 'softmax-too-early',
    headline: 'Weights in place of scores',
    say: 'Your rows sum to 1: they went through a softmax. Here the scores themselves are asked for, before the softmax. It comes in the next exercise.',
    wrong: (Q, K) => scaledBy(Q, K, 1 / Math.sqrt(widthOf(Q))).map((row) => softmax(row)),
  },
  {
    id: 'transposed',
    headline: 'Rows and columns are swapped',
    say: 'Your rows belong to keys and your columns to queries. A row is what one query says to every key: walk over `Q` outside, over `K` inside.',
    wrong: (Q, K) => scaledBy(K, Q, 1 / Math.sqrt(widthOf(Q))),
  },
  {
    id: 'queries-against-queries',
    headline: 'The queries met themselves',
    say: 'Your scores are Q·Qᵀ: `K` has no influence on them. Each query is compared with each key.',
    wrong: (Q) => scaledBy(Q, Q, 1 / Math.sqrt(widthOf(Q))),
  },
]

const widthOf = (Q: Rows): number => Q[0]?.length ?? 0
const dots = (Q: Rows, K: Rows): number[][] => Q.map((q) => K.map((k) => dot(q, k)))
const scaledBy = (Q: Rows, K: Rows, factor: number): number[][] => dots(Q, K).map((row) => row.map((s) => s * factor))
