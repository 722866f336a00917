import { afterSoftmax, minus1e4, smallFinite, zeroScore } from '#content/mistakes/mask.ts'
import { anotherScale, noScale } from '#content/mistakes/scale.ts'
import { maxFromZero, noMax } from '#content/mistakes/softmax.ts'
import { type FunctionMisconception, parametrize } from '#lib/grading/faulty-implementation.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { finiteBelowVisibleMax, type Masking, maskedAttention } from '../../parametrized-attention.ts'

export type Padded = readonly [Q: Matrix, K: Matrix, V: Matrix, keyMask: readonly boolean[]]
export type Wrong = FunctionMisconception<Padded>

/** Steps that a learner may get wrong. */
interface Padding extends Masking {
  /** Which key query i sees. */
  readonly visible?: (i: number, j: number, real: readonly boolean[]) => boolean
  /** What comes out where no token is real: zeros, as it must, or what the rest of the code gives there. */
  readonly unguarded?: true
  /** What becomes of a row. */
  readonly finish?: (row: number[], i: number, real: readonly boolean[]) => number[]
}

/** Attention with padding as learners write it. */
export const padding = parametrize<Padded, Padding>((overrides) => (Q, K, V, real) => {
  const { visible = (_i, j, r) => r[j] === true, unguarded, finish = (row) => row } = overrides
  if (!unguarded && !real.includes(true)) return Q.map(() => (V[0] ?? []).map(() => 0))
  return maskedAttention(Q, K, V, (i, j) => visible(i, j, real), overrides).map((row, i) => finish(row, i, real))
})

const PADDING = { hidden: 'padding key', hiddenKeys: 'padding keys', visibleKeys: 'real tokens' }
const SCALE = {
  divisor: 'the root of the width of `Q`',
  reason: 'A mask hides keys and does not change the scale.',
}

/**
 * What goes wrong in hiding padding. Most give zeros where no token is real, as they must: what else may happen there
 * is in `empty-rows.ts`. The grader names two where two come together.
 *
 * A score of 0, a key of zeros and `Number.MIN_VALUE` are one here, as are values of zeros and weights zeroed after
 * the softmax: no input tells them apart.
 */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'no-mask',
    headline: 'Padding not masked',
    feedback:
      'Your result does not depend on `keyMask`: padding keys get weight like any token, and their rows end up in the output. Set the score to `-Infinity` where `keyMask[j]` is false, before the softmax.',
    ...padding({ visible: () => true, unguarded: true }),
    variants: [padding({ visible: () => true })],
  },
  {
    ...zeroScore((hidden) => padding({ hidden }), {
      wording: { ...PADDING, headline: 'The padding still gets weight' },
    }),
    variants: [padding(finiteBelowVisibleMax(0)), padding({ ...finiteBelowVisibleMax(0), unguarded: true })],
  },
  afterSoftmax(padding({ afterwards: 'zeroed' }), { wording: PADDING }),
  {
    id: 'after-renorm-global-max',
    headline: '0/0 when a padding score is huge',
    feedback:
      'You take the softmax over all keys, zero the padding and divide by the new sum. Padding may hold any numbers: if its score is far above the rest, the weights of the real tokens underflow to 0 and you divide 0 by 0. Mask first.',
    ...padding({ afterwards: 'renormalised' }),
    variants: [
      padding({ afterwards: 'renormalised', unguarded: true }),
      padding({ afterwards: 'renormalised', divisor: (sum) => sum || 1, unguarded: true }),
      padding({ afterwards: 'renormalised', divisor: (sum) => sum + 1e-9, unguarded: true }),
      padding({
        afterwards: 'renormalised',
        divisor: (sum, exponentials) => sum + 1e-9 / exponentials,
        unguarded: true,
      }),
    ],
  },
  smallFinite((hidden) => padding({ hidden }), { wording: PADDING, others: [-10] }),
  minus1e4((hidden) => padding({ hidden }), { wording: PADDING }),
  {
    id: 'minus-one',
    headline: 'Padding scores lowered, not masked',
    feedback:
      'You subtract 1 from the scores of padding. That only makes their weight smaller, by a factor of about e ≈ 2.7. Padding must have weight 0: replace the score with `-Infinity`.',
    ...padding({ hidden: (s) => s - 1 }),
    variants: [padding({ hidden: () => -1 })],
  },
  {
    id: 'minus-100-added',
    headline: 'A large padding score survives −100',
    feedback:
      'You add a number such as −100 to the scores of padding. Padding may hold any numbers, and a score of 300 is still 200 afterwards. Replace the score with `-Infinity`.',
    ...padding({ hidden: (s) => s - 100 }),
    variants: [padding({ hidden: (s) => s - 10 })],
  },
  {
    id: 'minus-1e4-added',
    headline: 'A huge padding score survives −10,000',
    feedback:
      'You add −10,000 to the scores of padding. Padding may hold any numbers, and a score of 20,000 is still the largest of its row afterwards. Replace the score with `-Infinity`.',
    ...padding({ hidden: (s) => s - 1e4 }),
  },
  {
    id: 'zero-times-inf',
    headline: '0 · ∞ is NaN',
    feedback:
      'You multiply a mask of zeros and ones by −∞ and add it. Where the mask is 0, the product is NaN and not 0, so the scores of all real tokens become NaN. Use a condition instead: `keyMask[j] ? s : -Infinity`.',
    ...padding({ seen: () => Number.NaN }),
    variants: [padding({ seen: () => Number.NaN, unguarded: true })],
  },
  {
    id: 'divide-by-count',
    headline: 'Divided twice',
    feedback:
      'You divide the output by the number of tokens. The softmax has already made the weights sum to 1, so the second division shrinks every row. Remove it.',
    ...padding({ finish: (row, _i, real) => row.map((x) => x / real.filter(Boolean).length) }),
    variants: [padding({ finish: (row, _i, real) => row.map((x) => x / real.length) })],
  },
  {
    id: 'plain-mean',
    headline: 'All real tokens have the same weight',
    feedback:
      'Each of your rows is the unweighted mean of the real values. The right keys are hidden, but the weights have to come from the scores. Use the softmax of the visible scores `q·k / √d`.',
    ...padding({ scale: () => 0 }),
  },
  noMax((shift) => padding({ shift }), { wording: 'the largest score of a real token' }),
  maxFromZero((shift) => padding({ shift }), { wording: 'the scores of all real tokens' }),
  scaledByTokens(anotherScale((scale) => padding({ scale }), { wording: SCALE })),
  {
    id: 'values-not-compacted',
    headline: 'Weights meet the values of other tokens',
    feedback:
      'You drop the padding from the keys but not from the values, so weight a, which belongs to the a-th real token, multiplies row a of the whole `V`. Drop it from both, or keep the original index.',
    implementation: (Q, K, V, real) => {
      const tokens = real.filter(Boolean)
      if (tokens.length === 0) return padding({}).implementation(Q, K, V, real)
      const keys = K.filter((_, j) => real[j])
      return padding({}).implementation(Q, keys, V.slice(0, tokens.length), tokens)
    },
  },
  { ...noScale((scale) => padding({ scale }), { wording: SCALE }), id: 'mask-rows-not-scaled' },
]

/** Also where the number is that of the real tokens. */
function scaledByTokens(wrong: Wrong): Wrong {
  const byTokens: Wrong['implementation'] = (Q, K, V, real) =>
    padding({ scale: () => 1 / Math.sqrt(real.filter(Boolean).length) }).implementation(Q, K, V, real)
  return { ...wrong, variants: [...(wrong.variants ?? []), { implementation: byTokens }] }
}
