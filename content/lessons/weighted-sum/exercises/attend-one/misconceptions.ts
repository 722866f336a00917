import { hardArgmax, meanOfValues, noMax, noSoftmax, softmaxRowsWith, type Weigh } from '#content/mistakes/softmax.ts'
import { dot } from '#lib/attention/matrix.ts'
import { softmax } from '#lib/attention/softmax.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'

type Rows = readonly (readonly number[])[]
export type AttendOneArgs = [q: readonly number[], K: Rows, V: Rows]

/** Attention of one query whose scores become weights in another way. */
const withWeigh = (weigh: Weigh) => ({
  implementation: (...[q, K, V]: AttendOneArgs) => mix(weigh([scores(q, K)])[0] ?? [], V),
})

export const misconceptions: readonly FunctionMisconception<AttendOneArgs>[] = [
  {
    id: 'average-of-keys',
    headline: 'Keys averaged instead of values',
    feedback:
      'Your output is weights · K. Keys only determine the weights; the output is an average of the values. Apply the same weights to the rows of `V`.',
    implementation: (q, K) => mix(softmax(scores(q, K)), K),
  },
  {
    id: 'scores-against-values',
    headline: 'Scores computed with values instead of keys',
    feedback:
      'You compare the query with the rows of `V`. Values do not determine the weights, and may have a different width from the query. The scores are dot products with the rows of `K`.',
    implementation: (q, _, V) => mix(safeOrNaN(scores(q, V)), V),
  },
  hardArgmax(withWeigh),
  {
    id: 'not-normalised',
    headline: 'The weights do not sum to 1',
    feedback:
      'You raise e to the scores and never divide by the sum. The output grows with the number of keys, and leaves the range of the values. Apply the whole softmax to the scores.',
    implementation: (q, K, V) => {
      const s = scores(q, K)
      return mix(
        s.map((x) => Math.exp(x - Math.max(...s))),
        V,
      )
    },
  },
  {
    id: 'exponentials-as-weights',
    headline: 'The weights do not sum to 1',
    feedback:
      'You use `Math.exp(score)` itself as the weight. The weights need not sum to 1, and a score of 710 overflows. Apply the whole softmax to the scores.',
    implementation: (q, K, V) =>
      mix(
        scores(q, K).map((x) => Math.exp(x)),
        V,
      ),
  },
  noSoftmax(withWeigh),
  {
    id: 'no-exponential',
    headline: 'Scores divided by their sum',
    feedback:
      'You divide each score by the sum of scores. With mixed signs the shares are negative or huge. Softmax raises e to each score first, and then divides.',
    implementation: (q, K, V) => {
      const s = scores(q, K)
      const sum = s.reduce((a, b) => a + b, 0)
      return mix(
        s.map((x) => x / sum),
        V,
      )
    },
  },
  meanOfValues(withWeigh),
  {
    id: 'scaled',
    headline: 'Scaled by √d or d: not asked for here',
    feedback:
      'You divide the scores by √d, or by d. This exercise asks for plain dot products. Leave the division out: `dot(q, k)`.',
    implementation: (q, K, V) => mix(softmax(scores(q, K).map((x) => x / Math.sqrt(q.length))), V),
    variants: [(q, K, V) => mix(softmax(scores(q, K).map((x) => x / q.length)), V)],
  },
  noMax((shift) => withWeigh(softmaxRowsWith(shift)), { wording: 'the largest score' }),
  {
    id: 'returns-weights',
    headline: 'Weights returned instead of output',
    feedback:
      'Your result is one number per key: the weights. One step is missing: multiply each row of `V` by its weight and add the products.',
    implementation: (q, K) => softmax(scores(q, K)),
  },
  {
    id: 'divided-twice',
    headline: 'Divided by the number of keys',
    feedback:
      'You divide by the number of keys, in addition to the sum of the exponentials or instead of it. Divide once, by that sum: then the weights sum to 1.',
    implementation: (q, K, V) => mix(softmax(scores(q, K)), V).map((x) => x / K.length),
    variants: [
      (q, K, V) => {
        const s = scores(q, K)
        return mix(
          s.map((x) => Math.exp(x - Math.max(...s)) / K.length),
          V,
        )
      },
    ],
  },
  {
    id: 'opposite-order',
    headline: 'Weights meet the values of other keys',
    feedback:
      'Your values run in the opposite order to the keys, so each weight multiplies the value of another key. Weight j belongs to row j of `K` and to row j of `V`.',
    implementation: (q, K, V) => mix(softmax(scores(q, K)).reverse(), V),
  },
  {
    id: 'sum-of-values',
    headline: 'The values are added without weights',
    feedback:
      'You add the rows of `V`, or return one of them: the scores have no influence. Multiply each row by its weight first.',
    implementation: (_q, K, V) =>
      mix(
        K.map(() => 1),
        V,
      ),
    variants: [(_q, _K, V) => [...(V[0] ?? [])], (_q, _K, V) => [...(V.at(-1) ?? [])]],
  },
  {
    id: 'key-skipped',
    headline: 'A key is never read',
    feedback:
      'Your loop misses a key: it starts at 1, or ends before `K.length - 1`. Every key counts. Start at 0 and go on while `j < K.length`.',
    implementation: (q, K, V) => mix(softmax(scores(q, K)).slice(0, -1), V),
    variants: [
      (q, K, V) => mix(softmax(scores(q, K)).with(0, 0), V),
      (q, K, V) => (K.length === 1 ? mix([Number.NaN], V) : mix(softmax(scores(q, K.slice(0, -1))), V)),
      (q, K, V) => (K.length === 1 ? mix([0], V) : mix(softmax(scores(q, K.slice(0, -1))), V)),
      (q, K, V) => (K.length === 1 ? mix([Number.NaN], V) : mix(softmax(scores(q, K.slice(1))), V.slice(1))),
      (q, K, V) => (K.length === 1 ? mix([0], V) : mix(softmax(scores(q, K.slice(1))), V.slice(1))),
    ],
  },
  {
    id: 'as-wide-as-query',
    headline: 'The output is as wide as the query',
    feedback:
      'Your output has one number per component of `q`. It is an average of rows of `V`, and these may be wider or narrower. Use `V[0].length`.',
    implementation: (q, K, V) => resize(mix(softmax(scores(q, K)), V), q.length, Number.NaN),
    variants: [(q, K, V) => resize(mix(softmax(scores(q, K)), V), q.length, 0)],
  },
  {
    id: 'summed-along-rows',
    headline: 'Each value is summed up, not averaged with the others',
    feedback:
      'You add the numbers within each row of `V`, which gives one number per key. The sum runs over the keys: component `c` of the output adds `weights[j] * V[j][c]` for all `j`.',
    implementation: (q, K, V) => softmax(scores(q, K)).map((w, j) => (V[j] ?? []).reduce((s, x) => s + w * x, 0)),
    variants: [(q, K, V) => [mix(softmax(scores(q, K)), V).reduce((s, x) => s + x, 0)]],
  },
]

/** As a learner's `dot(q, row)` would: over the query's length, NaN where the row is shorter. */
const scores = (q: readonly number[], rows: Rows): number[] =>
  rows.map((row) => (row.length === q.length ? dot(q, row) : q.reduce((s, x, i) => s + x * (row[i] ?? Number.NaN), 0)))

/** Σⱼ wⱼ·rowⱼ, without skipping anything. */
function mix(weights: readonly number[], rows: Rows): number[] {
  const width = rows[0]?.length ?? 0
  return Array.from({ length: width }, (_, c) => weights.reduce((s, w, j) => s + w * (rows[j]?.[c] ?? 0), 0))
}

/** A softmax that lets NaN through, as a learner's does. */
const safeOrNaN = (s: readonly number[]): number[] => (s.some(Number.isNaN) ? s.map(() => Number.NaN) : softmax(s))

const resize = (row: readonly number[], width: number, missing: number): number[] =>
  Array.from({ length: width }, (_, c) => row[c] ?? missing)
