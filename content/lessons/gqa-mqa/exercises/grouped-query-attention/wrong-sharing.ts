import { noScale, scaleD } from '#content/mistakes/scale.ts'
import {
  maxFromZero,
  meanOfValues,
  noMax,
  noSoftmax,
  softmaxOverQueries,
  softmaxRowsWith,
} from '#content/mistakes/softmax.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { causalRows, causalRowsFromTheEnd, getWidth, softmax } from '../../../cross-attention/parametrized-attention.ts'
import { type Heads, headAt, type QKV, right, type Sharing, sharing, type Wrong, withVariants } from './kv-index.ts'

/** The heads are shared in a wrong way, or the attention inside them is not that of lesson 2. */
export const wrongSharing: readonly Wrong[] = [
  {
    id: 'mean-pool',
    headline: 'The KV heads are averaged',
    feedback:
      'You average (or add) all key heads, all value heads or both, and let every query head read the result. Mean pooling is used once, on the weights, to convert a trained multi-head model. At run time each group reads its own KV head.',
    ...withVariants(
      { keys: (_, all) => averaged(all), values: (_, all) => averaged(all) },
      { keys: (_, all) => summed(all), values: (_, all) => summed(all) },
      { keys: (_, all) => averaged(all) },
      { values: (_, all) => averaged(all) },
    ),
  },
  {
    id: 'mean-queries',
    headline: 'The query heads are averaged',
    feedback:
      'You average (or add) the query heads of a group and attend once for all of them. They then cannot attend to different tokens, which is the purpose of several heads. Only keys and values are shared: each query head attends by itself.',
    ...withVariants(
      { queries: (_, i, Q, g) => averaged(selectGroup(Q, g, i)) },
      { queries: (_, i, Q, g) => averaged(selectGroup(Q, g, i)), answers: firstOfEach },
      { queries: (_, i, Q, g) => summed(selectGroup(Q, g, i)) },
      { queries: (_, i, Q, g) => summed(selectGroup(Q, g, i)), answers: firstOfEach },
    ),
  },
  {
    id: 'drops-heads',
    headline: 'Only g heads come out',
    feedback:
      'You return one output per KV head. Only keys and values are shared; all h query heads stay, and each has its own output. Go through `Q`, not through `K`.',
    ...withVariants(
      { answers: firstOfEach },
      { answers: (h, g) => upTo(g).map((j) => [j, (j * h) / g]) },
      { answers: (_h, g) => upTo(g).map((j) => [j, j]) },
      { answers: (h, g) => upTo(g).map((j) => [((j + 1) * h) / g - 1, (j * h) / g]) },
    ),
  },
  {
    id: 'mean-outputs',
    headline: 'The outputs of a group are averaged',
    feedback:
      'You add or average the outputs of the query heads that share a KV head. They are h separate heads: all h outputs, side by side, go to Wo. Return each as it is.',
    ...withVariants(
      { outputs: (all, _h, g) => upTo(g).map((j) => averaged(selectMembers(all, g, j))) },
      { outputs: (all, h, g) => all.map((_, i) => averaged(selectMembers(all, g, right(i, h, g)))) },
      { outputs: (all, _h, g) => upTo(g).map((j) => summed(selectMembers(all, g, j))) },
    ),
  },
  {
    id: 'outputs-out-of-order',
    headline: 'Outputs in a different order',
    feedback:
      'You walk over the KV heads and collect their query heads in steps of g, so the outputs are in a different order from the queries. Output i belongs to query head i, and the heads of a group are neighbors.',
    ...withVariants({ answers: (h, g) => upTo(h).map((o) => [(o % (h / g)) * g + right(o, h, g), o]) }),
  },
  {
    id: 'all-keys',
    headline: 'Each query reads all KV heads at once',
    feedback:
      'You put the keys of all KV heads into one long list and attend over it. A query head reads one KV head: number `⌊i / (h/g)⌋`, and its tokens only.',
    ...withVariants({ keys: (_, all) => all.flat(), values: (_, all) => all.flat() }),
  },
  {
    id: 'scale-group',
    headline: 'The group’s size is in the scale',
    feedback:
      'You include the group size h/g in the scale. Sharing keys changes nothing about a dot product: it still adds up d products, so it is divided by `√d`, where d is the width of a query.',
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
    feedback:
      'You divide by the root of the number of heads times their width. A dot product of one head adds up d products, however many heads there are: divide by `√d`, where d is the width of one query.',
    ...scaled(
      (d, group, g) => 1 / Math.sqrt(d * group * g),
      (d, _, g) => 1 / Math.sqrt(d * g),
      (_, group, g) => 1 / Math.sqrt(group * g),
      (_, __, g) => 1 / Math.sqrt(g),
    ),
  },
  noScale((scale) => sharing({ scale }), {
    wording: {
      divisor: '`√d`, where d is the width of a query',
      reason: 'Grouping changes who reads which keys, not the formula.',
    },
  }),
  {
    id: 'another-scale',
    headline: 'Scaled by a number other than √d',
    feedback:
      'You divide the scores by something other than √d: by a rounded root, or you multiply. Divide by the root of the width of a query, as it is.',
    ...scaled(
      (d) => 1 / Math.floor(Math.sqrt(d)),
      (d) => 1 / Math.round(Math.sqrt(d)),
      (d) => Math.sqrt(d),
    ),
  },
  scaleD((scale) => sharing({ scale }), { wording: { divisor: '`√d`, where d is the width of a query' } }),
  noMax((shift) => sharing({ weigh: softmaxRowsWith(shift) })),
  maxFromZero((shift) => sharing({ weigh: softmaxRowsWith(shift) })),
  noSoftmax((weigh) => sharing({ weigh })),
  softmaxOverQueries((weigh) => sharing({ weigh })),
  {
    id: 'softmax-over-heads',
    headline: 'The softmax runs over the heads',
    feedback:
      'You normalize over the query heads, so that the heads compete for a key. Each head has its own weights, which sum to 1 over the keys.',
    implementation: overHeads,
  },
  {
    id: 'causal',
    headline: 'Later keys are masked',
    feedback:
      'You apply a causal mask, which this exercise does not ask for. Every query sees all keys of its KV head.',
    ...withVariants({ weigh: causalRows }, { weigh: causalRowsFromTheEnd }),
  },
  {
    id: 'keys-as-values',
    headline: 'Keys averaged instead of values',
    feedback: 'Your output mixes the rows of `K`. Keys decide the weights; average the values of the same KV head.',
    ...withVariants(
      { values: (_own, _all, keys) => keys },
      { values: (own, _all, keys) => (getWidth(own) === getWidth(keys) ? keys : notApplicable()) },
    ),
  },
  meanOfValues((weigh) => sharing({ weigh })),
]

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i)
const selectMembers = (heads: Heads, g: number, j: number): Heads =>
  heads.filter((_, i) => right(i, heads.length, g) === j)
const selectGroup = (Q: Heads, g: number, i: number): Heads => selectMembers(Q, g, right(i, Q.length, g))
function firstOfEach(h: number, g: number): [number, number][] {
  return upTo(g).map((j) => [(j * h) / g, (j * h) / g])
}

const summed = (heads: Heads): number[][] =>
  (heads[0] ?? []).map((row, t) => row.map((_, c) => heads.reduce((s, head) => s + (head[t]?.[c] ?? 0), 0)))
const averaged = (heads: Heads): number[][] => summed(heads).map((row) => row.map((x) => x / heads.length))

/** @throws NotApplicable always: how wide the rows are then is a matter of style */
function notApplicable(): never {
  throw new NotApplicable()
}
function scaled(...factors: readonly [NonNullable<Sharing['scale']>, ...NonNullable<Sharing['scale']>[]]) {
  const [first, ...others] = factors
  return withVariants({ scale: first }, ...others.map((scale) => ({ scale })))
}

function overHeads(...[Q, K, V]: QKV): number[][][] {
  const own = (heads: Heads, i: number): Matrix => headAt(heads, right(i, Q.length, heads.length))
  const scores = Q.map((q, i) =>
    q.map((a) => own(K, i).map((b) => a.reduce((s, x, c) => s + x * (b[c] ?? 0), 0) / Math.sqrt(a.length))),
  )
  const weights = (i: number): number[][] =>
    (scores[i] ?? []).map((row, a) => row.map((_, b) => softmax(scores.map((S) => S[a]?.[b] ?? 0))[i] ?? 0))
  return Q.map((_, i) =>
    weights(i).map((row) =>
      (own(V, i)[0] ?? []).map((_v, c) => row.reduce((s, w, j) => s + w * (own(V, i)[j]?.[c] ?? 0), 0)),
    ),
  )
}
