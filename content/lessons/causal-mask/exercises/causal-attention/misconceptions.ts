import { afterSoftmax, minus1e4, smallFinite, zeroScore } from '#content/mistakes/mask.ts'
import { anotherScale, noScale } from '#content/mistakes/scale.ts'
import { maxFromZero, noMax } from '#content/mistakes/softmax.ts'
import { type FunctionMisconception, parametrize } from '#lib/grading/faulty-implementation.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { finiteBelowVisibleMax, type Masking, maskedAttention } from '../../parametrized-attention.ts'

export type QKV = readonly [Q: Matrix, K: Matrix, V: Matrix]
type Wrong = FunctionMisconception<QKV>

/** Steps that a learner may get wrong: which of n keys query i sees, and what becomes of the others. */
interface Causal extends Masking {
  readonly visible?: (i: number, j: number, n: number) => boolean
}

const causal = parametrize<QKV, Causal>((overrides) => (Q, K, V) => {
  const { visible = (i, j) => j <= i } = overrides
  return maskedAttention(Q, K, V, (i, j) => visible(i, j, K.length), overrides)
})

const FUTURE = { hidden: 'future key', hiddenKeys: 'future keys', visibleKeys: 'visible keys' }
const SCALE = {
  divisor: 'the root of the width of `Q`',
  reason: 'A mask hides keys and does not change the scale.',
}

/**
 * What goes wrong in `causalAttention`, each as code.
 *
 * Two mistakes stand under one id where no input tells them apart: a score of 0, a key of zeros and
 * `Number.MIN_VALUE`; values of zeros and weights that are zeroed after the softmax.
 */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'no-mask',
    headline: 'No mask: every token sees the future',
    feedback:
      'Your code attends over all keys, so output 0 already depends on later tokens. In training those are the answers. Row i may use keys 0 to i only: give the others a score of `-Infinity`.',
    ...causal({ visible: () => true }),
  },
  {
    ...zeroScore((hidden) => causal({ hidden }), { wording: { ...FUTURE, headline: 'The future still gets weight' } }),
    variants: [causal(finiteBelowVisibleMax(0))],
  },
  afterSoftmax(causal({ afterwards: 'zeroed' }), { wording: FUTURE }),
  {
    id: 'after-renorm-global-max',
    headline: '0/0 when a hidden score is huge',
    feedback:
      'You take the softmax over all keys, zero the future and divide by the new sum. If a hidden score is far above the rest, the visible weights underflow to 0 and you divide 0 by 0. Mask first, so that the maximum is a visible score.',
    ...causal({ afterwards: 'renormalised' }),
    variants: [
      causal({ afterwards: 'renormalised', divisor: (sum) => sum || 1 }),
      causal({ afterwards: 'renormalised', divisor: (sum) => sum + 1e-9 }),
      causal({ afterwards: 'renormalised', divisor: (sum, exponentials) => sum + 1e-9 / exponentials }),
    ],
  },
  {
    id: 'inverted',
    headline: 'Mask upside down',
    feedback:
      'Your code hides the past and shows the future: row i attends to key i and later ones. The last row, which should see everything, sees only itself. Keep the keys with `j <= i`.',
    ...causal({ visible: (i, j) => j >= i }),
  },
  {
    id: 'only-future',
    headline: 'Only the future is left',
    feedback:
      'You keep the scores with `j > i` and hide the rest, so the last row has no key at all and becomes NaN. The triangle is right, but the two cases are swapped. Keep `j <= i`.',
    ...causal({ visible: (i, j) => j > i }),
    variants: [
      causal({ visible: (i, j) => j > i, empty: 'zeros' }),
      causal({ visible: (i, j) => j > i, empty: 'mean' }),
    ],
  },
  {
    id: 'strictly-past',
    headline: 'Row 0 has no visible key',
    feedback:
      'Your mask also hides the diagonal: a token does not see itself. Row 0 then has no key left, all its scores are −∞, and the softmax gives NaN. A position sees the past and itself: `j <= i`.',
    ...causal({ visible: (i, j) => j < i }),
  },
  {
    id: 'strictly-past-zeros',
    headline: 'A token does not see itself',
    feedback:
      'You use the keys before i and leave out key i. Row 0 then has nothing to average and becomes zeros or a mean of all values, and later rows lack their own value. A position sees the past and itself: `j <= i`.',
    ...causal({ visible: (i, j) => j < i, empty: 'zeros' }),
    variants: [
      causal({ visible: (i, j) => j < i, empty: 'mean' }),
      causal({ visible: (i, j) => j < i || (i === 0 && j === 0) }),
    ],
  },
  {
    id: 'one-future',
    headline: 'One future token leaks',
    feedback:
      'Row i of your output sees key i + 1, the token it has to predict. The boundary is off by one: the last key that row i may use is key i.',
    ...causal({ visible: (i, j) => j <= i + 1 }),
  },
  {
    id: 'last-only',
    headline: 'Only the last token is hidden',
    feedback:
      'You hide only the last key of the sequence from the rows before it. Each row has a different future: row i must not see i + 1, i + 2, and so on. Compare `j` with `i`, not with the end.',
    ...causal({ visible: (i, j, n) => i === n - 1 || j < n - 1 }),
    variants: [causal({ visible: (_i, j, n) => n === 1 || j < n - 1 })],
  },
  addVariants(
    smallFinite((hidden) => causal({ hidden }), { wording: FUTURE, others: [-10, -1] }),
    [causal(finiteBelowVisibleMax(-100))],
  ),
  addVariants(
    minus1e4((hidden) => causal({ hidden }), { wording: FUTURE }),
    [causal(finiteBelowVisibleMax(-1e4)), causal(finiteBelowVisibleMax(-1e5))],
  ),
  {
    id: 'minus-100-added',
    headline: 'A large future score survives −100',
    feedback:
      'You add a number such as −100 to future scores. A future score that is 300 above the visible ones is still 200 above them afterwards. Replace it with `-Infinity`.',
    ...causal({ hidden: (s) => s - 100 }),
    variants: [causal({ hidden: (s) => s - 10 }), causal({ hidden: (s) => s - 1 })],
  },
  {
    id: 'minus-1e4-added',
    headline: 'A huge future score survives −10,000',
    feedback:
      'You add −10,000 to future scores. A future score of 20,000 is still the largest of its row afterwards. Replace it with `-Infinity`.',
    ...causal({ hidden: (s) => s - 1e4 }),
  },
  {
    id: 'zero-times-inf',
    headline: '0 · ∞ is NaN',
    feedback:
      'You multiply a mask of zeros and ones by −∞ and add it. Where the mask is 0, the product is NaN and not 0, so every visible score becomes NaN. Use a condition instead: `j <= i ? s : -Infinity`.',
    ...causal({ seen: () => Number.NaN }),
  },
  {
    id: 'prefix-mean',
    headline: 'All visible tokens have the same weight',
    feedback:
      'Row i of your output is the unweighted mean of values 0 to i. The triangle is right, but the weights have to come from the scores. Use the softmax of the visible scores `q·k / √d`.',
    ...causal({ scale: () => 0 }),
  },
  {
    id: 'average-of-keys',
    headline: 'Keys averaged instead of values',
    feedback:
      'Your output is weights · K. Keys only determine the weights; the output is an average of the values. Apply the same weights to the rows of `V`.',
    ...causal({ what: 'keys' }),
  },
  {
    id: 'divide-by-count',
    headline: 'Divided by the number of keys',
    feedback:
      'You divide each row by the number of keys, i + 1 visible ones or all of them. The softmax has already made the weights sum to 1, so a second division shrinks the row. Leave it out.',
    implementation: (Q, K, V) => divideRows(causal({}).implementation(Q, K, V) as Matrix, (i) => i + 1),
    variants: [
      { implementation: (Q, K, V) => divideRows(causal({}).implementation(Q, K, V) as Matrix, () => K.length) },
    ],
  },
  noMax((shift) => causal({ shift }), { wording: 'the largest visible score of the row' }),
  maxFromZero((shift) => causal({ shift }), { wording: 'all visible scores' }),
  addVariants(
    anotherScale((scale) => causal({ scale }), { wording: SCALE }),
    [causal({ scale: (_d, _nK, _dV, i) => 1 / Math.sqrt(i + 1) })],
  ),
  { ...noScale((scale) => causal({ scale }), { wording: SCALE }), id: 'mask-rows-not-scaled' },
]

/** The same misconception, recognized in other forms too. */
function addVariants(wrong: Wrong, variants: NonNullable<Wrong['variants']>): Wrong {
  return { ...wrong, variants: [...(wrong.variants ?? []), ...variants] }
}

const divideRows = (rows: Matrix, by: (i: number) => number): number[][] =>
  rows.map((row, i) => row.map((x) => x / by(i)))
