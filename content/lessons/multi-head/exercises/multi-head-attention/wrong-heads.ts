import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { attend, computeScores, getWidth, softmax, times } from '../../../cross-attention/parametrized-attention.ts'
import { averaged, type Heads, merge, summed } from '../../heads.ts'
import { type LayerArgs, withVariants } from './parametrized-layer.ts'

/** The heads are mixed up, lost or put together in a wrong way. */
export const wrongHeads: readonly FunctionMisconception<LayerArgs>[] = [
  {
    id: 'heads-rotated',
    headline: 'Heads shifted by one',
    feedback:
      'Your heads are shifted by one when merged, or the queries of one head meet the keys of the next. Use head h with head h throughout: it belongs in columns h·w to (h + 1)·w − 1.',
    ...withVariants(
      { join: (heads) => merge([...heads.slice(1), ...heads.slice(0, 1)]) },
      { join: (heads) => merge([...heads.slice(-1), ...heads.slice(0, -1)]) },
      { attending: (Q, K, V) => Q.map((q, i) => attend(q, at(K, i + 1), at(V, i + 1))) },
      { attending: (Q, K, V) => Q.map((q, i) => attend(q, at(K, i), at(V, i + 1))) },
      { attending: (Q, K, V) => Q.map((q, i) => attend(q, at(K, i + 1), at(V, i))) },
    ),
  },
  {
    id: 'first-slice',
    headline: 'Every head reads the first slice',
    feedback:
      'All your heads read the same columns, so they all return the same. Head h owns the columns from h·w to (h + 1)·w − 1: the offset is missing from your slice.',
    ...withVariants(
      { attending: (Q, K, V) => Q.map(() => attend(at(Q, 0), at(K, 0), at(V, 0))) },
      { attending: (Q, K, V) => Q.map((q) => attend(q, at(K, 0), at(V, 0))) },
      { attending: (Q, K, V) => Q.map((q, i) => attend(q, at(K, 0), at(V, i))) },
      { attending: (Q, K, V) => Q.map((q, i) => attend(q, at(K, i), at(V, 0))) },
      { attending: (Q, K, V) => Q.map((_, i) => attend(at(Q, 0), at(K, i), at(V, i))) },
      { attending: (Q, K, V) => Q.map((_, i) => attend(at(Q, 0), at(K, 0), at(V, i))) },
      { attending: (Q, K, V) => Q.map(() => attend(at(Q, -1), at(K, -1), at(V, -1))) },
    ),
  },
  {
    id: 'mean-heads',
    headline: 'The heads are averaged',
    feedback:
      'You average (or add) the outputs of the heads. That loses what each head found. Put the heads side by side, back to the full width; `Wo` then mixes them.',
    ...withVariants(
      { join: repeated(averaged) },
      { join: averaged, finish: byTheFirstRows },
      { join: averaged, finish: (joined) => copied(joined) },
      { join: summed, finish: byTheFirstRows },
      { join: repeated(summed) },
      { join: summed, finish: (joined) => copied(joined) },
    ),
  },
  {
    id: 'stacked-heads',
    headline: 'The heads are stacked, not side by side',
    feedback:
      'Your result has the heads one below the other, or as a list of matrices. Each token has one output row: put `head[i]` of every head side by side, and multiply by `Wo`.',
    ...withVariants(
      { join: (heads) => heads.flat(), finish: (joined) => copied(joined) },
      { join: (heads) => heads.flat(), finish: byTheFirstRows },
      (...args) => {
        let kept: Heads = []
        withVariants({
          join: (heads) => {
            kept = heads
            return merge(heads)
          },
        }).implementation(...args)
        return kept as unknown as number[][]
      },
    ),
  },
  {
    id: 'one-wide-head',
    headline: 'There is only one head',
    feedback:
      'One set of weights serves all columns: you attend once over the full width, or average the scores or weights of the heads. Cut queries, keys and values into `numHeads` slices: each head computes its own weights.',
    ...withVariants(
      { cut: (M) => [M] },
      { cut: (M) => [M], scale: ({ width, heads }) => Math.sqrt(heads / width) },
      { cut: (M) => [M], scale: ({ width, heads }) => Math.sqrt(heads / width) / heads },
      {
        attending: (Q, K, V) => {
          const S = Q.map((q, i) => computeScores(q, at(K, i), 1 / Math.sqrt(getWidth(q))))
          const mean = averaged(S.map((head) => head.map(softmax)))
          return V.map((v) => times(mean, v))
        },
      },
    ),
  },
  {
    id: 'last-head-only',
    headline: 'Only some heads are in the result',
    feedback:
      'Some heads are lost: the output of one head overwrites another, or a loop ends too soon. Put all `numHeads` outputs side by side before you multiply by `Wo`.',
    ...withVariants(
      { join: (heads) => merge(heads.map((head, i) => (i === 0 ? head : zeroed(head)))) },
      { join: (heads) => merge(heads.map((head, i) => (i === heads.length - 1 ? head : zeroed(head)))) },
      { join: (heads) => merge(heads.map((head, i) => (i < heads.length - 1 ? head : zeroed(head)))) },
      { join: (heads) => merge(heads.map((head, i) => (i === 0 || i < heads.length - 1 ? head : zeroed(head)))) },
      { join: (heads) => merge(heads.map(() => at(heads, -1))) },
      { join: (heads) => at(heads, -1), finish: byTheFirstRows },
      { join: (heads) => at(heads, 0), finish: byTheFirstRows },
    ),
  },
]

const copied = (M: Matrix): number[][] => M.map((row) => [...row])
const zeroed = (M: Matrix): number[][] => M.map((row) => row.map(() => 0))
const at = (heads: Heads, i: number): Matrix => heads.at(i < 0 ? i : i % heads.length) ?? []
function repeated(of: (heads: Heads) => Matrix) {
  return (heads: Heads): Matrix => merge(heads.map(() => of(heads)))
}
/** A matrix of too few columns times as many rows of Wo, as a loop over the columns has it. */
function byTheFirstRows(joined: Matrix, { Wo }: { readonly Wo: Matrix }): number[][] {
  return times(joined, Wo.slice(0, getWidth(joined)))
}
