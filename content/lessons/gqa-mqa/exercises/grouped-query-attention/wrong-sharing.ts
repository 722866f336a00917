import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'
import {
  attend,
  causalRows,
  causalRowsFromTheEnd,
  type Otherwise,
  softmax,
  softmaxColumns,
  unsafeRows,
  widthOf,
} from '../../../cross-attention/candidate-attention.ts'
import { anyOf, type Heads, headAt, type QKV, right } from './kv-index.ts'

/** The heads are shared in a wrong way, or the attention inside them is not that of lesson 2. */
export const wrongSharing: readonly FunctionMisconception<QKV>[] = [
  {
    id: 'mean-pool',
    headline: 'The KV heads are averaged',
    say: 'You average all key heads and all value heads and let every query head read the mean. Mean-pooling is how a trained multi-head model is converted, once, on its weights. At run time each group reads its own KV head as it is.',
    ...anyOf(
      (Q, K, V) => Q.map((q) => attend(q, averaged(K), averaged(V))),
      (Q, K, V) => Q.map((q) => attend(q, summed(K), summed(V))),
      (Q, K, V) => Q.map((q, i) => attend(q, averaged(K), own(V, i, Q))),
      (Q, K, V) => Q.map((q, i) => attend(q, own(K, i, Q), averaged(V))),
    ),
  },
  {
    id: 'mean-queries',
    headline: 'The query heads are averaged',
    say: 'You average (or add) the query heads of a group and attend once for all of them. Then they can no longer look at different places, which is what several heads are for. Only keys and values are shared: each query head attends by itself.',
    ...anyOf(
      (Q, K, V) => Q.map((_, i) => attend(averaged(groupOf(Q, K, i)), own(K, i, Q), own(V, i, Q))),
      (Q, K, V) => K.map((k, j) => attend(averaged(members(Q, K, j)), k, headAt(V, j))),
      (Q, K, V) => Q.map((_, i) => attend(summed(groupOf(Q, K, i)), own(K, i, Q), own(V, i, Q))),
      (Q, K, V) => K.map((k, j) => attend(summed(members(Q, K, j)), k, headAt(V, j))),
    ),
  },
  {
    id: 'drops-heads',
    headline: 'Only g heads come out',
    say: 'You return one output for each KV head. Only keys and values are shared; all h query heads stay, and each gives an output of its own. Go through `Q`, not through `K`.',
    ...anyOf(
      (Q, K, V) => K.map((k, j) => attend(headAt(Q, (j * Q.length) / K.length), k, headAt(V, j))),
      (Q, K, V) => K.map((k, j) => attend(headAt(Q, j), k, headAt(V, j))),
      (Q, K, V) => K.map((_, j) => attend(headAt(Q, j), own(K, j, Q), own(V, j, Q))),
      (Q, K, V) => K.map((k, j) => attend(headAt(Q, ((j + 1) * Q.length) / K.length - 1), k, headAt(V, j))),
    ),
  },
  {
    id: 'mean-outputs',
    headline: 'The outputs of a group are averaged',
    say: 'You add or average the outputs of the query heads that share a KV head. They are h separate heads: all h outputs go on, side by side, to Wo. Return each as it is.',
    ...anyOf(
      (Q, K, V) => K.map((_, j) => averaged(outputsOf(Q, K, V, j))),
      (Q, K, V) => Q.map((_, i) => averaged(outputsOf(Q, K, V, right(i, Q.length, K.length)))),
      (Q, K, V) => K.map((_, j) => summed(outputsOf(Q, K, V, j))),
    ),
  },
  {
    id: 'outputs-out-of-order',
    headline: 'The outputs are in another order',
    say: 'You walk over the KV heads and collect their query heads in steps of g, so the outputs no longer stand where their queries stood. Output i belongs to query head i, and the members of a group are neighbours.',
    ...anyOf((Q, K, V) => {
      const [h, g] = [Q.length, K.length]
      return Q.map((_, o) => {
        const j = right(o, h, g)
        return attend(headAt(Q, (o % (h / g)) * g + j), headAt(K, j), headAt(V, j))
      })
    }),
  },
  {
    id: 'all-keys',
    headline: 'Each query reads all KV heads at once',
    say: 'You put the keys of all KV heads into one long list and attend over it. A query head reads one KV head: number `⌊i / (h/g)⌋`, and its tokens only.',
    ...anyOf((Q, K, V) => Q.map((q) => attend(q, K.flat(), V.flat()))),
  },
  {
    id: 'scale-group',
    headline: 'The group’s size is in the scale',
    say: 'You let the size of a group (h/g) into the scale. Sharing keys changes nothing about a dot product: it still adds up d products, so it is divided by `√d`, d the width of a query.',
    ...scaled(
      (d, group) => 1 / Math.sqrt(d * group),
      (d, group) => 1 / Math.sqrt(d) / group,
      (d, group) => Math.sqrt(group / d),
      (_, group) => 1 / Math.sqrt(group),
      (_, group) => 1 / group,
      (d, group) => group / Math.sqrt(d),
      (d, group) => 1 / (d * group),
    ),
  },
  {
    id: 'scale-dmodel',
    headline: 'Scaled by the width of all heads',
    say: 'You divide by the root of the number of heads times their width. A dot product of one head adds up d products, however many heads there are: divide by `√d`, d the width of one query.',
    ...scaled(
      (d, group, g) => 1 / Math.sqrt(d * group * g),
      (d, _, g) => 1 / Math.sqrt(d * g),
      (_, group, g) => 1 / Math.sqrt(group * g),
      (_, __, g) => 1 / Math.sqrt(g),
    ),
  },
  {
    id: 'no-scale',
    headline: 'The scale is gone',
    say: 'You put the bare dot products into the softmax. Grouping changes who reads which keys, not the formula: divide by `√d`, as in lesson 2.',
    ...scaled(() => 1),
  },
  {
    id: 'scale-d',
    headline: 'Divided by d, not by its root',
    say: 'You divide the scores by d. Their standard deviation is √d, so the root is enough: by d the weights come out too even.',
    ...scaled((d) => 1 / d),
  },
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    say: 'Your softmax raises e to the scores as they are. Above 709 that is `Infinity`, far below zero it is 0, and both end in NaN. Subtract the largest score of the row first.',
    ...otherwise({ weigh: unsafeRows }),
  },
  {
    id: 'no-softmax',
    headline: 'Raw scores as weights',
    say: 'You mix the values with the scores themselves. They may be negative and sum to anything. Put each row through the softmax first.',
    ...otherwise({ weigh: (S) => S }),
  },
  {
    id: 'softmax-over-queries',
    headline: 'The softmax runs over the queries',
    say: 'Your weights sum to 1 along each column of a head. The keys compete for a query, not the other way round: softmax each row of scores.',
    ...otherwise({ weigh: softmaxColumns }),
  },
  {
    id: 'softmax-over-heads',
    headline: 'The softmax runs over the heads',
    say: 'You normalise over the query heads, so that the heads compete for a key. Every head is an attention of its own: its weights over the keys sum to 1.',
    ...anyOf((Q, K, V) => {
      const all = Q.map((q, i) => rawScores(q, own(K, i, Q)))
      const weights = (i: number): number[][] =>
        (all[i] ?? []).map((row, a) => row.map((_, b) => softmax(all.map((S) => S[a]?.[b] ?? 0))[i] ?? 0))
      return Q.map((q, i) => attend(q, own(K, i, Q), own(V, i, Q), { weigh: () => weights(i) }))
    }),
  },
  {
    id: 'causal',
    headline: 'You hid the later keys',
    say: 'You added a causal mask, and none is asked for here. Every query sees all keys of its KV head.',
    ...anyOf(
      (Q, K, V) => Q.map((q, i) => attend(q, own(K, i, Q), own(V, i, Q), { weigh: causalRows })),
      (Q, K, V) => Q.map((q, i) => attend(q, own(K, i, Q), own(V, i, Q), { weigh: causalRowsFromTheEnd })),
    ),
  },
  {
    id: 'keys-as-values',
    headline: 'The keys are averaged, not the values',
    say: 'Your output mixes the rows of `K`. Keys decide the weights; what is mixed with them are the values of the same KV head.',
    ...anyOf((Q, K) => Q.map((q, i) => attend(q, own(K, i, Q), own(K, i, Q)))),
  },
  {
    id: 'mean-of-values',
    headline: 'Every value counts the same',
    say: 'Each row is the plain mean of the values of its KV head: the queries have no influence. Weigh the values by the softmax of the scores.',
    ...otherwise({ weigh: (S) => S.map((row) => row.map(() => 1 / row.length)) }),
  },
]

/** The KV head that query head i reads. */
const own = (heads: Heads, i: number, Q: Heads): Matrix => headAt(heads, right(i, Q.length, heads.length))
const members = (Q: Heads, K: Heads, j: number): Heads => Q.filter((_, i) => right(i, Q.length, K.length) === j)
const groupOf = (Q: Heads, K: Heads, i: number): Heads => members(Q, K, right(i, Q.length, K.length))
const outputsOf = (Q: Heads, K: Heads, V: Heads, j: number): Heads =>
  members(Q, K, j).map((q) => attend(q, headAt(K, j), headAt(V, j)))
const rawScores = (q: Matrix, k: Matrix): number[][] =>
  q.map((a) => k.map((b) => a.reduce((s, x, c) => s + x * (b[c] ?? 0), 0) / Math.sqrt(a.length)))

const summed = (heads: Heads): number[][] =>
  (heads[0] ?? []).map((row, t) => row.map((_, c) => heads.reduce((s, head) => s + (head[t]?.[c] ?? 0), 0)))
const averaged = (heads: Heads): number[][] => summed(heads).map((row) => row.map((x) => x / heads.length))

function otherwise(how: Otherwise) {
  return anyOf((Q, K, V) => Q.map((q, i) => attend(q, own(K, i, Q), own(V, i, Q), how)))
}
function scaled(...factors: readonly ((d: number, group: number, g: number) => number)[]) {
  const [wrong, ...forms] = factors.map((factor) => (...[Q, K, V]: QKV) => {
    const scale = factor(widthOf(Q[0] ?? []), Q.length / K.length, K.length)
    return Q.map((q, i) => attend(q, own(K, i, Q), own(V, i, Q), { scale }))
  })
  return anyOf(wrong as NonNullable<typeof wrong>, ...forms)
}
