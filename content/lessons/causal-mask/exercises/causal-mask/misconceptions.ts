import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { maskFrom } from '../../mask-from.ts'

export type Size = readonly [n: number]
type Wrong = FunctionMisconception<Size>

/** What goes wrong in `causalMask`. One row used n times gives what no mask gives: they stand under one id. */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'no-mask',
    headline: 'Nothing is hidden',
    say: 'All of your entries are true, so every token sees the future. Either no entry depends on i, or all rows are one and the same array, as `Array(n).fill(row)` makes them: what you write into the last row stands in all of them. Make each row anew, with `j <= i`.',
    wrong: (n) => maskFrom(n, n, () => true),
  },
  {
    id: 'true-hides',
    headline: 'True and false are exchanged',
    say: 'Your mask is true where a token may *not* look. Here true means “may attend”; PyTorch has both conventions, which is why one asks. The right shape is there: negate it.',
    wrong: (n) => maskFrom(n, n, (i, j) => j > i),
  },
  {
    id: 'inverted',
    headline: 'The mask is upside down',
    say: 'Row i of yours is true from key i on: the past is hidden and the future is shown. Rows are queries, columns are keys. Keep `j <= i`.',
    wrong: (n) => maskFrom(n, n, (i, j) => j >= i),
  },
  {
    id: 'strictly-past',
    headline: 'Row 0 may attend to nothing',
    say: 'Your diagonal is false: a token does not see itself. Row 0 has no key left then, and its softmax would be 0/0. A position sees the past and itself: `j <= i`.',
    wrong: (n) => maskFrom(n, n, (i, j) => j < i),
  },
  {
    id: 'one-future',
    headline: 'One future token leaks',
    say: 'Row i of yours is true up to key i + 1, the very token that position i has to predict. The border is off by one: the last key that it may see is key i.',
    wrong: (n) => maskFrom(n, n, (i, j) => j <= i + 1),
  },
  {
    id: 'last-only',
    headline: 'Only the last token is hidden',
    say: 'You hide the last key from the rows before it and nothing else. “The future” is another set for each row: row i must not see i + 1, i + 2, and so on.',
    wrong: (n) => maskFrom(n, n, (i, j) => j < n - 1 || i === n - 1),
  },
  {
    id: 'diagonal-only',
    headline: 'Each token sees only itself',
    say: 'Only your diagonal is true, so no token learns anything from another. The past is allowed as well: `j <= i`.',
    wrong: (n) => maskFrom(n, n, (i, j) => j === i),
  },
  {
    id: 'ragged',
    headline: 'The rows are cut off',
    say: 'Row i of yours ends at key i, and the entries that should be false are missing. A mask is laid over an n × n matrix of scores, so each row has n entries.',
    wrong: (n) => Array.from({ length: n }, (_, i) => Array.from({ length: i + 1 }, () => true)),
  },
  {
    id: 'additive',
    headline: 'An additive mask, not a boolean one',
    say: 'You return 0 and −∞, ready to be added to the scores. That is the other usual form of the same mask. Asked for here are booleans: true where token i may look at token j.',
    wrong: (n) => maskFrom(n, n, (i, j) => j <= i).map((row) => row.map((b) => (b ? 0 : Number.NEGATIVE_INFINITY))),
  },
  {
    id: 'ones-and-zeros',
    headline: 'Numbers in place of booleans',
    say: 'The triangle is right, in ones and zeros. Booleans are asked for: `j <= i` is one already, without a conversion.',
    wrong: (n) => maskFrom(n, n, (i, j) => j <= i).map((row) => row.map(Number)),
  },
]
