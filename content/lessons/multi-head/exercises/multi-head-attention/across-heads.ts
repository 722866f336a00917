import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { computeScores, getWidth, softmax, times } from '../../../cross-attention/parametrized-attention.ts'
import type { Heads } from '../../heads.ts'
import { type LayerArgs, withVariants } from './parametrized-layer.ts'

/** The softmax runs across heads. */
export const acrossHeads: readonly FunctionMisconception<LayerArgs>[] = [
  {
    id: 'softmax-over-heads',
    headline: 'The softmax runs over the heads',
    feedback:
      'You normalize over the heads, so heads compete for a token. Each head has its own weights, which sum to 1 over the tokens. Look at the axis of your softmax.',
    ...withVariants({
      attending: (Q, K, V) =>
        overHeads(Q, K, V, (scores) => softmax(scores.map(([s]) => s ?? 0)).map((w) => [w]), true),
    }),
  },
  {
    id: 'softmax-over-all-heads',
    headline: 'All heads share one softmax',
    feedback:
      'The weights of all heads together sum to 1, so a head with large scores takes weight from the others. Each head has its own softmax, over the tokens.',
    ...withVariants({
      attending: (Q, K, V) => overHeads(Q, K, V, (rows) => unflat(softmax(rows.flat()), rows), false),
    }),
  },
]

const at = (heads: Heads, i: number): Matrix => heads[i] ?? []

function unflat(list: readonly number[], like: readonly (readonly number[])[]): number[][] {
  let next = 0
  return like.map((row) => row.map(() => list[next++] ?? 0))
}

/** Weights of all heads at once for each query; `byKey`: for each key apart. */
function overHeads(
  Q: Heads,
  K: Heads,
  V: Heads,
  weigh: (perHead: readonly (readonly number[])[]) => readonly (readonly number[])[],
  byKey: boolean,
): Heads {
  const S = Q.map((q, i) => computeScores(q, at(K, i), 1 / Math.sqrt(getWidth(q))))
  const W = S.map((head) => head.map((row) => [...row]))
  for (const [t, row] of (S[0] ?? []).entries()) {
    const groups = byKey ? row.map((_, j) => S.map((head) => [head[t]?.[j] ?? 0])) : [S.map((head) => head[t] ?? [])]
    for (const [j, group] of groups.entries())
      for (const [h, weights] of weigh(group).entries()) {
        const mine = W[h]?.[t]
        if (mine) for (const [k, w] of weights.entries()) mine[byKey ? j : k] = w
      }
  }
  return V.map((v, i) => times(W[i] ?? [], v))
}
