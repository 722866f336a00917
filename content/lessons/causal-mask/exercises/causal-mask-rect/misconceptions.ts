import { trueHides } from '#content/mistakes/mask.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { maskFrom } from '../../mask-from.ts'

export type Sizes = readonly [nQ: number, nK: number]
type Wrong = FunctionMisconception<Sizes>

/** What goes wrong in `causalMaskRect`. */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'top-left',
    headline: 'Aligned at the top left',
    feedback:
      'Your query 0 sees only key 0, as if it were the first token. The queries are the last nQ tokens, so query 0 is at position nK − nQ and the last query sees every key. Shift the boundary: `j <= i + nK - nQ`.',
    implementation: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= i),
  },
  {
    id: 'shift-reversed',
    headline: 'The shift has the wrong sign',
    feedback:
      'You shift the boundary by nQ − nK, so with more keys than queries the rows see fewer keys instead of more. Query i is at position i + nK − nQ: use `j <= i + nK - nQ`.',
    implementation: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= i + nQ - nK),
  },
  {
    id: 'strictly-past',
    headline: 'A token does not see itself',
    feedback:
      'Your boundary is one key short: the last query does not see the last key, which is its own. A position sees the past and itself: `j <= i + nK - nQ`.',
    implementation: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j < i + nK - nQ),
  },
  {
    id: 'one-future',
    headline: 'One future token leaks',
    feedback:
      'Your boundary is one key too far: each query but the last sees the key after its own. Query i is token i + nK − nQ, and that is the last key it may see.',
    implementation: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= i + nK - nQ + 1),
  },
  {
    id: 'top-not-empty',
    headline: 'First rows not empty with few keys',
    feedback:
      'For nQ > nK your shift is 0, so the first queries see keys that come after them. The shift has to be negative, which makes the first nQ − nK rows all false. Remove the `Math.max` or the special case.',
    implementation: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= i + Math.max(0, nK - nQ)),
  },
  {
    id: 'absolute-shift',
    headline: 'The shift has to be negative',
    feedback:
      'You shift by the distance between nQ and nK, so for nQ > nK the boundary moves right instead of left. There query 0 is nQ − nK positions before key 0 and sees nothing. Keep the sign: `nK - nQ`.',
    implementation: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= i + Math.abs(nK - nQ)),
  },
  {
    id: 'first-key-kept',
    headline: 'Key 0 visible to every query',
    feedback:
      'Every row of your mask sees at least key 0. For nQ > nK the first nQ − nK queries are before every key, so their rows are all false; attention then returns zeros for them. Do not force `true` at key 0.',
    implementation: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= Math.max(0, i + nK - nQ)),
  },
  trueHides(
    { implementation: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j > i + nK - nQ) } satisfies Pick<Wrong, 'implementation'>,
    { wording: 'The boundary is in the right place.' },
  ),
  {
    id: 'axes-swapped',
    headline: 'Rows and columns swapped',
    feedback:
      'Your result has nK rows of nQ entries. A mask has the shape of the scores Q · Kᵀ: one row per query and one column per key. Return nQ rows of nK entries.',
    implementation: (nQ, nK) => maskFrom(nK, nQ, (j, i) => j <= i + nK - nQ),
    variants: [
      (nQ, nK) => maskFrom(nK, nQ, (i, j) => j <= i + nK - nQ),
      (nQ, nK) => maskFrom(nK, nQ, (i, j) => j <= i + nQ - nK),
      (nQ, nK) => maskFrom(nK, nQ, (i, j) => j <= i),
    ],
  },
  {
    id: 'no-mask',
    headline: 'Nothing is hidden',
    feedback:
      'All of your entries are true. Either no entry depends on i, or all rows are the same array, because `Array(nQ).fill(row)` stores one reference nQ times. Only the last query may see every key: create a new array for each row.',
    implementation: (nQ, nK) => maskFrom(nQ, nK, () => true),
  },
]
