import { type FunctionMisconception, parametrize } from '#lib/grading/faulty-implementation.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { type Masking, maskedAttention, OTHER_SCALES } from '../../parametrized-attention.ts'

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
    id: 'zero-score',
    headline: 'The padding still gets weight',
    feedback:
      'You set the scores of padding keys to 0 (or zeroed the keys, or used `Number.MIN_VALUE`, which is about 5e-324). In a softmax 0 does not mean “ignore”: exp(0) = 1, so each padding key keeps a share. Use `-Infinity`, which has weight 0.',
    ...padding({ hidden: () => 0 }),
  },
  {
    id: 'after-softmax',
    headline: 'The weights no longer sum to 1',
    feedback:
      'You remove the padding after the softmax, by zeroing its weights or values. By then it is in the denominator, so the weights of the real tokens sum to less than 1. Mask the scores before the softmax.',
    ...padding({ afterwards: 'zeroed' }),
  },
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
  {
    id: 'small-finite',
    headline: '−100 is not minus infinity',
    feedback:
      'You set the scores of padding to a finite number such as −100. If the scores of the real tokens are lower, the padding is the largest of the row and takes all of the weight. Use `-Infinity`, which is below every score.',
    ...padding({ hidden: () => -100 }),
    variants: [padding({ hidden: () => -10 })],
  },
  {
    id: 'minus-1e4',
    headline: '−10,000 is not minus infinity',
    feedback:
      'You set the scores of padding to a finite number such as −10,000. If the scores of the real tokens are around −20,000, the padding is the largest of the row. Use `-Infinity`, which is below every score.',
    ...padding({ hidden: () => -1e4 }),
    variants: [padding({ hidden: () => -1e5 })],
  },
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
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    feedback:
      'You exponentiate the raw scores. Above 709 the exponential is `Infinity`, far below zero it is 0, and both lead to NaN. Subtract the largest score of a real token first.',
    ...padding({ shift: () => 0 }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    feedback:
      'Your running maximum starts at 0, so if the scores of all real tokens are negative it stays 0. Far below zero every exponential is then 0, and `0 / 0` is NaN. Start at `-Infinity`.',
    ...padding({ shift: (scores) => Math.max(0, ...scores) }),
  },
  {
    id: 'another-scale',
    headline: 'Scaled by a number other than √d',
    feedback:
      'The padding is hidden, but the scores are divided by something other than √d: by d, by a rounded root, or by the root of a number of tokens. A mask does not change the scale. Divide by the root of the width of `Q`.',
    ...padding({ scale: (d) => 1 / d }),
    variants: OTHER_SCALES.map((scale) => padding({ scale })),
  },
  {
    id: 'mask-rows-not-scaled',
    headline: 'Scale missing',
    feedback:
      'The padding is hidden, but the scores are not divided by √d. They spread too far, and the softmax puts too much weight on the largest. Divide by the root of the width of `Q`.',
    ...padding({ scale: () => 1 }),
  },
]
