import { floorSqrt, noScale, type Scale, scaleD } from '#content/mistakes/scale.ts'
import { maxFromZero, noMax, type Shift } from '#content/mistakes/softmax.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { brokenDecode, type DecodeArgs } from './broken-decode.ts'
import { whatIsRead } from './what-is-read.ts'

/** Mistakes about which projection is which. */
const wrongProjection: readonly FunctionMisconception<DecodeArgs>[] = [
  {
    id: 'k-as-v',
    headline: 'Keys averaged instead of values',
    feedback:
      'You average keys: either you store the key instead of the value, or you project both with `Wk`. The key decides how well a token matches; the value is what it contributes. Project each token with `Wv` too.',
    implementation: brokenDecode({ values: ({ K, t }) => K.slice(0, t + 1) }),
  },
  {
    id: 'keys-and-values-swapped',
    headline: 'Keys and values swapped',
    feedback:
      'You compute the scores with `x · Wv` and average `x · Wk`. Scores come from the keys, and the output is an average of the values. Check the order in which you append, or the weights you project with.',
    implementation: brokenDecode({ keys: ({ V, t }) => V.slice(0, t + 1), values: ({ K, t }) => K.slice(0, t + 1) }),
  },
  {
    id: 'wq-for-keys',
    headline: 'Queries compared with queries',
    feedback:
      'You store `x · Wq` instead of the key, so each query is compared with old queries. No later token reads an old query. Store `x · Wk`.',
    implementation: brokenDecode({ keys: ({ Q, t }) => Q.slice(0, t + 1) }),
  },
  {
    id: 'first-query',
    headline: 'First query used at every step',
    feedback:
      'You project a query once and use it at every step. The query belongs to the newest token and is used only in its own step. Project a new query for each token.',
    implementation: brokenDecode({ query: ({ Q }) => Q[0] as number[] }),
  },
  {
    id: 'last-query',
    headline: 'Last query used at every step',
    feedback:
      'Every row of your output uses the query of the last token. The query belongs to the newest token of its own step, and later tokens do not exist yet. Row t uses the query of token t.',
    implementation: brokenDecode({ query: ({ Q }) => Q.at(-1) as number[] }),
  },
  {
    id: 'stores-output',
    headline: 'Outputs end up in the cache',
    feedback:
      'You store each output in place of its value, so later steps average outputs. The cache holds one key and one value per token, both projected from the token itself.',
    implementation: brokenDecode({ storesOutput: true }),
  },
  {
    id: 'pushes-query',
    headline: 'Queries end up in the cache',
    feedback:
      'Your cache also stores each query, so later steps find it among the keys. No later token reads an old query. Store only keys and values.',
    implementation: brokenDecode({
      keys: ({ Q, K, t }) => K.slice(0, t + 1).flatMap((k, j) => [k, Q[j] as number[]]),
      values: ({ Q, V, t }) => V.slice(0, t + 1).flatMap((v, j) => [v, Q[j] as number[]]),
    }),
  },
]

const withScale = (scale: Scale) => ({
  implementation: brokenDecode({ scale: ({ Q }) => scale(Q[0]?.length ?? 1) }),
})
const withShift = (shift: Shift) => ({ implementation: brokenDecode({ shift }) })

/** Mistakes about the factor of the scores, and in the softmax. */
const wrongSoftmax: readonly FunctionMisconception<DecodeArgs>[] = [
  noScale(withScale, {
    wording: {
      divisor: 'the root of the width of a query: the number of columns of `Wq`',
      reason: 'Decoding must give the same rows as the parallel form.',
    },
  }),
  scaleD(withScale, { wording: { divisor: '`Math.sqrt(d)`' } }),
  floorSqrt(withScale),
  {
    id: 'scale-model-width',
    headline: 'Scaled by the tokens’ width',
    feedback:
      'You divide by the square root of the width of the tokens. A dot product of query and key has one term per column of `Wq`, so its spread depends on that number: use the length of q.',
    implementation: brokenDecode({ scale: ({ model }) => 1 / Math.sqrt(model) }),
  },
  {
    id: 'scale-len',
    headline: 'Scaled by the cache’s length',
    feedback:
      'You divide by the square root of the number of cached tokens, so the same query and key get a lower score as the text grows. The scale compensates for the width of the vectors: use the length of q.',
    implementation: brokenDecode({ scale: ({ t }) => 1 / Math.sqrt(t + 1) }),
  },
  {
    id: 'scale-value-width',
    headline: 'Scaled by the values’ width',
    feedback:
      'You divide by the square root of the number of columns of `Wv`. The score is a dot product of query and key, so its spread depends on their width: use the number of columns of `Wq`.',
    implementation: brokenDecode({ scale: ({ V }) => 1 / Math.sqrt(V[0]?.length ?? 1) }),
  },
  noMax(withShift, { wording: 'the largest score' }),
  maxFromZero(withShift, { wording: 'all scores' }),
]

export const misconceptions = [...whatIsRead, ...wrongProjection, ...wrongSoftmax]
