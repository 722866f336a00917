import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { brokenDecode, type DecodeArgs } from './broken-decode.ts'
import { whatIsRead } from './what-is-read.ts'

/** Mistakes about which projection is which. */
const wrongProjection: readonly FunctionMisconception<DecodeArgs>[] = [
  {
    id: 'k-as-v',
    headline: 'The average is of keys',
    say: 'You average keys: the key is kept where the value belongs, or `Wk` projects both. The key says how well a token matches; the value is what it gives. Project each token with `Wv` too.',
    wrong: brokenDecode({ values: ({ K, t }) => K.slice(0, t + 1) }),
  },
  {
    id: 'keys-and-values-swapped',
    headline: 'Keys and values changed places',
    say: 'You score the queries against `x · Wv` and average `x · Wk`. Queries are matched with keys; what is averaged are the values. Look at the order in which you append, or at the weights you project with.',
    wrong: brokenDecode({ keys: ({ V, t }) => V.slice(0, t + 1), values: ({ K, t }) => K.slice(0, t + 1) }),
  },
  {
    id: 'wq-for-keys',
    headline: 'Queries are matched with queries',
    say: 'You keep `x · Wq` where the key belongs, so each query is compared with old queries. Those are not cached: no later token asks for them. Keep `x · Wk`.',
    wrong: brokenDecode({ keys: ({ Q, t }) => Q.slice(0, t + 1) }),
  },
  {
    id: 'first-query',
    headline: 'The first query asks each time',
    say: 'You project a query once and use it at every step. The query belongs to the newest token and is used once: project it anew for each token, and do not keep it.',
    wrong: brokenDecode({ query: ({ Q }) => Q[0] as number[] }),
  },
  {
    id: 'pushes-query',
    headline: 'Queries end up in the cache',
    say: 'Your cache also takes each query in, so it attends to itself and later steps find it among the keys. No later token asks for an old query: keep keys and values only.',
    wrong: brokenDecode({
      keys: ({ Q, K, t }) => K.slice(0, t + 1).flatMap((k, j) => [k, Q[j] as number[]]),
      values: ({ Q, V, t }) => V.slice(0, t + 1).flatMap((v, j) => [v, Q[j] as number[]]),
    }),
  },
]

/** Mistakes about the factor of the scores, and in the softmax. */
const wrongSoftmax: readonly FunctionMisconception<DecodeArgs>[] = [
  {
    id: 'no-scale',
    headline: 'The scores are not scaled',
    say: 'You leave out 1/√d. Decoding must give what the parallel form gives, and that divides each score by the square root of the queries’ width: the columns of `Wq`.',
    wrong: brokenDecode({ scale: () => 1 }),
  },
  {
    id: 'scale-d',
    headline: 'Divided by d, not by √d',
    say: 'You divide the scores by the width of the queries. It is their variance that grows with d; their typical size grows with √d. Divide by `Math.sqrt(d)`.',
    wrong: brokenDecode({ scale: ({ Q }) => 1 / (Q[0]?.length ?? 1) }),
  },
  {
    id: 'floor-sqrt',
    headline: 'The root was rounded',
    say: 'You round √d to a whole number. For widths such as 2, 3 or 5 the scores come out too large. Keep the fraction.',
    wrong: brokenDecode({ scale: ({ Q }) => 1 / Math.floor(Math.sqrt(Q[0]?.length ?? 1)) }),
  },
  {
    id: 'scale-model-width',
    headline: 'Scaled by the tokens’ width',
    say: 'You divide by the square root of the token’s width. The dot product runs over the columns of `Wq` and `Wk`, so its spread depends on their number: the length of q.',
    wrong: brokenDecode({ scale: ({ model }) => 1 / Math.sqrt(model) }),
  },
  {
    id: 'scale-len',
    headline: 'Scaled by the cache’s length',
    say: 'You divide by the square root of how many tokens are kept. Then the same query and keys score less as the text grows. The scale makes up for the width of the vectors: use the length of q.',
    wrong: brokenDecode({ scale: ({ t }) => 1 / Math.sqrt(t + 1) }),
  },
  {
    id: 'scale-value-width',
    headline: 'Scaled by the values’ width',
    say: 'You divide by the square root of the columns of `Wv`. The score is a dot product of query and key, so its spread depends on their width: the columns of `Wq`.',
    wrong: brokenDecode({ scale: ({ V }) => 1 / Math.sqrt(V[0]?.length ?? 1) }),
  },
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    say: 'You take exponentials of the scores as they are. `Math.exp(1000)` is `Infinity`, and far below zero every exponential is 0, so you get `Infinity / Infinity` or `0 / 0`. Subtract the largest score first.',
    wrong: brokenDecode({ shift: () => 0 }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    say: 'Your search for the largest score begins at 0, so when all scores are negative it finds 0. Far below zero every exponential is then 0, and `0 / 0` is NaN. Begin at `-Infinity`.',
    wrong: brokenDecode({ shift: (scores) => Math.max(0, ...scores) }),
  },
]

export const misconceptions = [...whatIsRead, ...wrongProjection, ...wrongSoftmax]
