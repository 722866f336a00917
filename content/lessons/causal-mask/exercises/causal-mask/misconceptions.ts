import { trueHides } from '#content/mistakes/mask.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { maskFrom } from '../../mask-from.ts'

export type Size = readonly [n: number]
type Wrong = FunctionMisconception<Size>

/** What goes wrong in `causalMask`. One row used n times gives what no mask gives: they stand under one id. */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'no-mask',
    headline: 'Nothing is hidden',
    feedback:
      'All of your entries are true, so every token sees the future. Either no entry depends on i, or all rows are the same array, because `Array(n).fill(row)` stores one reference n times: writing to the last row changes them all. Create a new array for each row, with `j <= i`.',
    implementation: (n) => maskFrom(n, n, () => true),
  },
  trueHides({ implementation: (n) => maskFrom(n, n, (i, j) => j > i) } satisfies Pick<Wrong, 'implementation'>, {
    wording: 'Your triangle is correct.',
  }),
  {
    id: 'inverted',
    headline: 'Mask upside down',
    feedback:
      'Row i of your mask is true from key i on: the past is hidden and the future is visible. Rows are queries, columns are keys. Keep `j <= i`.',
    implementation: (n) => maskFrom(n, n, (i, j) => j >= i),
  },
  {
    id: 'strictly-past',
    headline: 'Row 0 has no visible key',
    feedback:
      'Your diagonal is false: a token does not see itself. Row 0 then has no key left, and its softmax would be 0/0. A position sees the past and itself: `j <= i`.',
    implementation: (n) => maskFrom(n, n, (i, j) => j < i),
  },
  {
    id: 'one-future',
    headline: 'One future token leaks',
    feedback:
      'Row i of your mask is true up to key i + 1, the token that position i has to predict. The boundary is off by one: the last key it may see is key i.',
    implementation: (n) => maskFrom(n, n, (i, j) => j <= i + 1),
  },
  {
    id: 'last-only',
    headline: 'Only the last token is hidden',
    feedback:
      'You hide only the last key from the rows before it. Each row has a different future: row i must not see i + 1, i + 2, and so on. Compare `j` with `i`.',
    implementation: (n) => maskFrom(n, n, (i, j) => j < n - 1 || i === n - 1),
  },
  {
    id: 'first-key-hidden',
    headline: 'Key 0 is hidden',
    feedback:
      'Your column 0 is false in every row: the loop over the keys starts at 1. Key 0 is in everyone’s past, and query 0 sees nothing else. Start at 0.',
    implementation: (n) => maskFrom(n, n, (i, j) => j <= i && j > 0),
  },
  {
    id: 'diagonal-only',
    headline: 'Each token sees only itself',
    feedback: 'Only your diagonal is true, so every token sees only itself. The past is allowed as well: `j <= i`.',
    implementation: (n) => maskFrom(n, n, (i, j) => j === i),
  },
  {
    id: 'ragged',
    headline: 'Rows too short',
    feedback:
      'Row i of your mask ends at key i, and the entries that should be false are missing. A mask has the shape of the n × n score matrix, so each row needs n entries.',
    implementation: (n) => Array.from({ length: n }, (_, i) => Array.from({ length: i + 1 }, () => true)),
  },
  {
    id: 'additive',
    headline: 'Additive mask instead of a boolean one',
    feedback:
      'You return 0 and −∞, to be added to the scores. That is the other usual form of the same mask. This exercise asks for booleans: true where token i may attend to token j.',
    implementation: (n) =>
      maskFrom(n, n, (i, j) => j <= i).map((row) => row.map((b) => (b ? 0 : Number.NEGATIVE_INFINITY))),
  },
  {
    id: 'ones-and-zeros',
    headline: 'Numbers instead of booleans',
    feedback:
      'Your triangle is right, but it holds ones and zeros. This exercise asks for booleans: `j <= i` is already one.',
    implementation: (n) => maskFrom(n, n, (i, j) => j <= i).map((row) => row.map(Number)),
  },
]
