import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { maskFrom } from '../../mask-from.ts'

export type Sizes = readonly [nQ: number, nK: number]
type Wrong = FunctionMisconception<Sizes>

/** What goes wrong in `causalMaskRect`. */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'top-left',
    headline: 'Aligned at the top left',
    say: 'Your query 0 sees key 0 only, as if it were the first token. The queries are the last nQ tokens, so query 0 stands at position nK − nQ and the last query sees every key. Shift the border: `j <= i + nK - nQ`.',
    wrong: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= i),
  },
  {
    id: 'shift-reversed',
    headline: 'The shift has the wrong sign',
    say: 'You shift the border by nQ − nK, so with more keys than queries the mask shrinks where it should grow. Query i stands at position i + nK − nQ.',
    wrong: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= i + nQ - nK),
  },
  {
    id: 'strictly-past',
    headline: 'A token does not see itself',
    say: 'Your border is one key short: the last query does not see the last key, which is itself. A position sees the past and itself: `j <= i + nK - nQ`.',
    wrong: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j < i + nK - nQ),
  },
  {
    id: 'one-future',
    headline: 'One future token leaks',
    say: 'Your border is one key too far: each query but the last sees the key after its own. Query i is token i + nK − nQ, and that is the last key that it may see.',
    wrong: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= i + nK - nQ + 1),
  },
  {
    id: 'top-not-empty',
    headline: 'With few keys the top is not empty',
    say: 'For nQ > nK you fall back to a shift of 0, so the first queries see keys that come after them. There the shift is negative and the first nQ − nK rows are all false. Drop the `Math.max` or the special case.',
    wrong: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= i + Math.max(0, nK - nQ)),
  },
  {
    id: 'absolute-shift',
    headline: 'The shift may be negative',
    say: 'You shift by the distance between nQ and nK, so for nQ > nK the border moves to the right in place of the left. Query 0 stands nQ − nK places before key 0 there and sees nothing. Keep the sign: `nK - nQ`.',
    wrong: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= i + Math.abs(nK - nQ)),
  },
  {
    id: 'first-key-kept',
    headline: 'Key 0 is shown to everyone',
    say: 'You let each row keep at least key 0. For nQ > nK the first nQ − nK queries stand before every key: their rows are all false, and it is attention that gives zeros for them.',
    wrong: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j <= Math.max(0, i + nK - nQ)),
  },
  {
    id: 'true-hides',
    headline: 'True and false are exchanged',
    say: 'Your mask is true where a query may *not* look. Here true means “may attend”. The border is in the right place: negate it.',
    wrong: (nQ, nK) => maskFrom(nQ, nK, (i, j) => j > i + nK - nQ),
  },
  {
    id: 'axes-swapped',
    headline: 'Rows and columns are exchanged',
    say: 'Your result has nK rows of nQ entries. A mask is laid over the scores Q · Kᵀ, which have a row for each query and a column for each key.',
    wrong: (nQ, nK) => maskFrom(nK, nQ, (j, i) => j <= i + nK - nQ),
  },
  {
    id: 'no-mask',
    headline: 'Nothing is hidden',
    say: 'All of your entries are true. Either none depends on i, or all rows are one and the same array, as `Array(nQ).fill(row)` makes them. Only the last query may see every key.',
    wrong: (nQ, nK) => maskFrom(nQ, nK, () => true),
  },
]
