import { trueHides } from '#content/mistakes/mask.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { maskFrom } from '../../mask-from.ts'

export type Documents = readonly [docIds: readonly number[]]
type Wrong = FunctionMisconception<Documents>

/** What goes wrong in `packedCausalMask`. */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'causal-only',
    headline: 'Documents see each other',
    feedback:
      'Your mask is the plain triangle: a token also attends to the documents before its own in the sequence, which have nothing to do with it. Hide every key before the start of the token’s document.',
    implementation: (ids) => maskFrom(ids.length, ids.length, (i, j) => j <= i),
  },
  {
    id: 'not-causal',
    headline: 'Blocks not causal',
    feedback:
      'Within a document your tokens see what comes after them. The blocks are in the right place, but each has to be a triangle, not a square. Add `j <= i`.',
    implementation: (ids) => maskFrom(ids.length, ids.length, (i, j) => findStart(ids, i) === findStart(ids, j)),
  },
  {
    id: 'same-id-apart',
    headline: 'Equal ids far apart treated as one document',
    feedback:
      'You only compare `docIds[i]` with `docIds[j]`, so a document whose id appeared earlier also sees that earlier document. A new document starts whenever the id changes: all of `docIds` from j to i must be equal.',
    implementation: (ids) => maskFrom(ids.length, ids.length, (i, j) => j <= i && ids[i] === ids[j]),
  },
  {
    id: 'ids-rise',
    headline: 'Ids taken for positions',
    feedback:
      'You compare ids with ≤ or ≥, as if ids rose from left to right. Ids are labels: only equality counts. Go from j to i and check whether the id changes.',
    implementation: (ids) => maskFrom(ids.length, ids.length, (i, j) => j <= i && (ids[j] ?? 0) <= (ids[i] ?? 0)),
  },
  {
    id: 'strictly-past',
    headline: 'A token does not see itself',
    feedback:
      'Your diagonal is false, so the first token of each document has no visible key. A position sees the past of its document and itself: `j <= i`.',
    implementation: (ids) =>
      maskFrom(ids.length, ids.length, (i, j) => j < i && findStart(ids, i) === findStart(ids, j)),
  },
  {
    id: 'one-before',
    headline: 'The last document leaks by one token',
    feedback:
      'Your blocks start one key too early: each token also sees the last token of the previous document. The first key it may see is the first of its own document.',
    implementation: (ids) => maskFrom(ids.length, ids.length, (i, j) => j <= i && j >= findStart(ids, i) - 1),
  },
  {
    id: 'inverted',
    headline: 'Triangles upside down',
    feedback:
      'Within a document your tokens see the future instead of the past. Rows are queries, columns are keys: keep `j <= i`.',
    implementation: (ids) =>
      maskFrom(ids.length, ids.length, (i, j) => j >= i && findStart(ids, i) === findStart(ids, j)),
  },
  trueHides(
    {
      implementation: (ids) =>
        maskFrom(ids.length, ids.length, (i, j) => j > i || findStart(ids, i) !== findStart(ids, j)),
    } satisfies Pick<Wrong, 'implementation'>,
    { wording: 'The blocks are in the right place.' },
  ),
]

/** Where the document of token i starts. */
function findStart(ids: readonly number[], i: number): number {
  let start = i
  while (start > 0 && ids[start - 1] === ids[i]) start--
  return start
}
