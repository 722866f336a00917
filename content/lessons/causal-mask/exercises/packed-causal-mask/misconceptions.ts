import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { maskFrom } from '../../mask-from.ts'

export type Documents = readonly [docIds: readonly number[]]
type Wrong = FunctionMisconception<Documents>

/** What goes wrong in `packedCausalMask`. */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'causal-only',
    headline: 'Documents see each other',
    say: 'Your mask is the plain triangle: a token also attends to documents that happen to lie before its own in the batch. Nothing in them has to do with it. Hide every key before the start of the token’s document.',
    wrong: (ids) => maskFrom(ids.length, ids.length, (i, j) => j <= i),
  },
  {
    id: 'not-causal',
    headline: 'Blocks, but not causal',
    say: 'Inside a document your tokens see what comes after them. The blocks are right; each of them is a triangle and not a square. Add `j <= i`.',
    wrong: (ids) => maskFrom(ids.length, ids.length, (i, j) => startOf(ids, i) === startOf(ids, j)),
  },
  {
    id: 'same-id-apart',
    headline: 'Equal ids far apart were joined',
    say: 'You compare `docIds[i]` with `docIds[j]` alone, so a document whose id comes back later sees the earlier one through what lies between. A new document starts at every change of id: all of docIds from j to i must be equal.',
    wrong: (ids) => maskFrom(ids.length, ids.length, (i, j) => j <= i && ids[i] === ids[j]),
  },
  {
    id: 'ids-rise',
    headline: 'Ids are taken for positions',
    say: 'You compare ids with ≤ or ≥, as if they rose from left to right and an earlier document were allowed. Ids are names: only whether they are equal counts. Walk from j to i and see whether the id changes.',
    wrong: (ids) => maskFrom(ids.length, ids.length, (i, j) => j <= i && (ids[j] ?? 0) <= (ids[i] ?? 0)),
  },
  {
    id: 'strictly-past',
    headline: 'A token does not see itself',
    say: 'Your diagonal is false, so the first token of each document may attend to nothing. A position sees the past of its document and itself: `j <= i`.',
    wrong: (ids) => maskFrom(ids.length, ids.length, (i, j) => j < i && startOf(ids, i) === startOf(ids, j)),
  },
  {
    id: 'one-before',
    headline: 'The last document leaks by one token',
    say: 'Your blocks start one key too early: each token also sees the last token of the document before. The first key that it may see is the first of its own document.',
    wrong: (ids) => maskFrom(ids.length, ids.length, (i, j) => j <= i && j >= startOf(ids, i) - 1),
  },
  {
    id: 'inverted',
    headline: 'The triangles are upside down',
    say: 'Inside a document your tokens see the future and not the past. Rows are queries, columns are keys: keep `j <= i`.',
    wrong: (ids) => maskFrom(ids.length, ids.length, (i, j) => j >= i && startOf(ids, i) === startOf(ids, j)),
  },
  {
    id: 'true-hides',
    headline: 'True and false are exchanged',
    say: 'Your mask is true where a token may *not* look. Here true means “may attend”. The blocks are in the right place: negate it.',
    wrong: (ids) => maskFrom(ids.length, ids.length, (i, j) => j > i || startOf(ids, i) !== startOf(ids, j)),
  },
]

/** Where the document of token i starts. */
function startOf(ids: readonly number[], i: number): number {
  let start = i
  while (start > 0 && ids[start - 1] === ids[i]) start--
  return start
}
