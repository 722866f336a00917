import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { averaged, type Heads, merge, mergeStrided, summed } from '../../../multi-head/heads.ts'

export type AblateArgs = readonly [heads: Heads, keep: readonly boolean[]]
type Wrong = FunctionMisconception<AblateArgs>

/** The heads, with zeros where a head is switched off. */
const silence = (heads: Heads, keep: readonly boolean[]): number[][][] =>
  heads.map((head, h) => head.map((row) => row.map((x) => (keep[h] ? x : 0))))
const multiply = (M: readonly (readonly number[])[], factor: number): number[][] =>
  M.map((row) => row.map((x) => (x === 0 ? 0 : x * factor)))
const count = (keep: readonly boolean[]): number => keep.filter(Boolean).length
/** Row by row, the slices that `choose` gives for each head. */
const joinRows = (
  heads: Heads,
  choose: (row: readonly number[], h: number, i: number) => readonly number[],
): number[][] => (heads[0] ?? []).map((_, i) => heads.flatMap((head, h) => choose(head[i] ?? [], h, i)))
const meanRow = (head: Heads[number]): number[] =>
  (head[0] ?? []).map((_, c) => head.reduce((s, row) => s + (row[c] ?? 0), 0) / head.length)

/** What goes wrong in `ablateHeads`. */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'heads-dropped',
    headline: 'The pruned heads are gone, and the rows are too short',
    feedback:
      'You leave the pruned heads out, so the rows shrink and no longer fit the output projection. A pruned head keeps its place and its width: put zeros there.',
    implementation: (heads, keep) => joinRows(heads, (row, h) => (keep[h] ? row : [])),
  },
  {
    id: 'keep-inverted',
    headline: 'The wrong heads are switched off',
    feedback: 'You switch off the heads whose entry is true. `keep[h]` is true for a head that stays.',
    implementation: (heads, keep) =>
      merge(
        silence(
          heads,
          keep.map((k) => !k),
        ),
      ),
  },
  {
    id: 'rest-rescaled',
    headline: 'The remaining heads are scaled up',
    feedback:
      'You multiply the remaining heads by the number of heads over the number kept, as dropout does. Pruning a head removes its term of the sum; the other terms stay as they are.',
    implementation: (heads, keep) => multiply(merge(silence(heads, keep)), heads.length / count(keep)),
  },
  {
    id: 'heads-moved-up',
    headline: 'The remaining heads moved to the front',
    feedback:
      'You put the zeros at the end of the row, so a head after a pruned one meets the wrong rows of the output projection. Head h owns columns h·w to (h + 1)·w − 1, whichever heads are off.',
    implementation: (heads, keep) => {
      const silenced = silence(heads, keep)
      return merge([...silenced.filter((_, h) => keep[h]), ...silenced.filter((_, h) => !keep[h])])
    },
  },
  {
    id: 'ablated-interleaved',
    headline: 'The heads are interleaved',
    feedback:
      'You take the columns of the heads in turn, so each slice mixes the heads. Head h owns w neighboring columns: all of head 0 first, then all of head 1.',
    implementation: (heads, keep) => mergeStrided(silence(heads, keep)),
  },
  {
    id: 'kept-heads-averaged',
    headline: 'The heads are averaged',
    feedback:
      'You average the heads, so the result is only as wide as one head. Put the heads side by side, with zeros for those that are off.',
    implementation: (heads, keep) => averaged(silence(heads, keep)),
    variants: [(heads, keep) => multiply(summed(silence(heads, keep)), 1 / count(keep))],
  },
  {
    id: 'kept-heads-summed',
    headline: 'The heads are added',
    feedback:
      'You add the heads, so the result is only as wide as one head. The sum comes after the output projection; here the heads go side by side.',
    implementation: (heads, keep) => summed(silence(heads, keep)),
  },
  {
    id: 'ablated-stacked',
    headline: 'The heads are stacked, not side by side',
    feedback:
      'Your result has the heads one below the other. There is one row per token, with the slices of all heads next to each other.',
    implementation: (heads, keep) => silence(heads, keep).flat(),
  },
  {
    id: 'keep-by-token',
    headline: 'Tokens are switched off instead of heads',
    feedback:
      'You look up `keep` by the token, so whole rows become zero. `keep` has one entry per head: a pruned head is zero for every token.',
    implementation: (heads, keep) => joinRows(heads, (row, _, i) => row.map((x) => (keep[i] ? x : 0))),
  },
  {
    id: 'keep-by-column',
    headline: 'Columns are switched off instead of heads',
    feedback:
      'You look up `keep` by the column, so parts of every head become zero. `keep` has one entry per head: look it up by the head that owns the column, `Math.floor(c / w)`.',
    implementation: (heads, keep) => joinRows(heads, (row) => row.map((x, c) => (keep[c] ? x : 0))),
    variants: [
      (heads, keep) => merge(heads).map((row) => row.map((x, c) => (keep[c % keep.length] ? x : 0))),
      (heads, keep) => merge(heads).map((row) => row.map((x, c) => (keep[c] ? x : 0))),
    ],
  },
  {
    id: 'one-zero-per-head',
    headline: 'A pruned head gets a single zero',
    feedback:
      'You put a single 0 where a pruned head was, so all later heads move. A pruned head is as wide as the others: put w zeros.',
    implementation: (heads, keep) => joinRows(heads, (row, h) => (keep[h] ? row : [0])),
  },
  {
    id: 'keep-ignored',
    headline: 'No head is switched off',
    feedback: 'You merge all heads and never use `keep`. Where `keep[h]` is false, the slice of head h is zeros.',
    implementation: (heads) => merge(heads),
  },
  {
    id: 'mean-ablation',
    headline: 'Means instead of zeros',
    feedback:
      'You replace a pruned head by its mean over the tokens. That is mean ablation, a different experiment: here a pruned head gives zeros.',
    implementation: (heads, keep) => joinRows(heads, (row, h) => (keep[h] ? row : meanRow(heads[h] ?? []))),
  },
]
