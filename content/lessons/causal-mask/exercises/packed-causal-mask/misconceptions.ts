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
    variants: [
      (ids) => maskFrom(ids.length, ids.length, (i, j) => j <= i && noneBetween(ids, j, i, (a, b) => b > a)),
      (ids) => maskFrom(ids.length, ids.length, (i, j) => j <= i && noneBetween(ids, j, i, (a, b) => b < a)),
    ],
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
    id: 'boundary-late',
    headline: 'The boundary is one token late',
    feedback:
      'A document ends one token too late in your mask: its successor’s first token still counts as part of it, or is seen by no later token. The token whose id differs from the one before it is the first of the new document: `if (docIds[i] !== docIds[i - 1]) start = i`, before row i.',
    implementation: (ids) =>
      maskFrom(ids.length, ids.length, (i, j) => j <= i && j >= findStart(ids, Math.max(0, i - 1))),
    variants: [
      (ids) =>
        maskFrom(ids.length, ids.length, (i, j) => {
          const start = findStart(ids, i)
          return j <= i && j >= (start === 0 ? 0 : start + 1)
        }),
    ],
  },
  {
    id: 'other-documents',
    headline: 'A token sees every document but its own',
    feedback:
      'Your mask shows the documents before and hides the token’s own. It is the other way around: hide every key before the start of the document, and keep those from there to i.',
    implementation: (ids) => maskFrom(ids.length, ids.length, (i, j) => j < findStart(ids, i)),
    variants: [(ids) => maskFrom(ids.length, ids.length, (i, j) => j <= i && ids[i] !== ids[j])],
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

/** Whether no token after j up to i starts a document, by a wrong rule for two neighboring ids. */
function noneBetween(ids: readonly number[], j: number, i: number, starts: (a: number, b: number) => boolean): boolean {
  return ids.slice(j + 1, i + 1).every((id, at) => !starts(ids[j + at] ?? 0, id))
}
