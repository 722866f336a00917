import type { Matrix } from '#lib/grading/value.ts'
import { candidate, type FunctionMisconception } from '#lib/grading/way.ts'
import { type Masking, maskedAttention, OTHER_SCALES } from '../../candidate-attention.ts'

export type QKV = readonly [Q: Matrix, K: Matrix, V: Matrix]
type Wrong = FunctionMisconception<QKV>

/** What a candidate may do otherwise: which of n keys query i sees, and what becomes of the others. */
interface Causal extends Masking {
  readonly visible?: (i: number, j: number, n: number) => boolean
}

const causal = candidate<QKV, Causal>((how) => (Q, K, V) => {
  const { visible = (i, j) => j <= i } = how
  return maskedAttention(Q, K, V, (i, j) => visible(i, j, K.length), how)
})

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
    say: 'You attend over all keys, so output 0 already holds what later tokens say. In training that is the answer, copied. Row i may use keys 0 to i and none after it.',
    ...causal({ visible: () => true }),
  },
  {
    id: 'zero-score',
    headline: 'The future still gets weight',
    say: 'You gave future scores the value 0 (or zeroed their keys, or wrote `Number.MIN_VALUE`, which is about 5e-324). In a softmax 0 does not mean “ignore”: exp(0) = 1, so every future token keeps a share. Look at the scores above the diagonal.',
    ...causal({ hidden: () => 0 }),
  },
  {
    id: 'after-softmax',
    headline: 'The weights no longer sum to 1',
    say: 'You took the future out after the softmax, by zeroing weights or values. The future had its share of the sum by then, so what is left adds up to less than 1 and every row but the last comes out too small. Hide the scores before the softmax.',
    ...causal({ afterwards: 'zeroed' }),
  },
  {
    id: 'after-renorm-global-max',
    headline: '0/0 when a hidden score is huge',
    say: 'You took the softmax over all keys, zeroed the future and divided by what was left. On paper that is the same. When a hidden score is far above the rest, the visible weights underflow to 0 and you divide 0 by 0. Mask first, so that the maximum is one of the visible scores.',
    ...causal({ afterwards: 'renormalised' }),
    forms: [
      causal({ afterwards: 'renormalised', divisor: (sum) => sum || 1 }),
      causal({ afterwards: 'renormalised', divisor: (sum) => sum + 1e-9 }),
      causal({ afterwards: 'renormalised', divisor: (sum, exponentials) => sum + 1e-9 / exponentials }),
    ],
  },
  {
    id: 'inverted',
    headline: 'The mask is upside down',
    say: 'You hide the past and show the future: row i attends to keys i and later. The last row, which should see everything, sees only itself. Row i keeps the keys with `j <= i`.',
    ...causal({ visible: (i, j) => j >= i }),
  },
  {
    id: 'only-future',
    headline: 'Only the future is left',
    say: 'You keep the scores with `j > i` and hide the rest, so the last row has no key at all and becomes NaN. It is the right triangle with the two cases exchanged. Keep `j <= i`.',
    ...causal({ visible: (i, j) => j > i }),
    forms: [causal({ visible: (i, j) => j > i, empty: 'zeros' }), causal({ visible: (i, j) => j > i, empty: 'mean' })],
  },
  {
    id: 'strictly-past',
    headline: 'Row 0 may attend to nothing',
    say: 'Your mask hides the diagonal too: a token does not see itself. Row 0 then has no key left, all its scores are −∞, and the softmax gives NaN. A position sees the past and itself: `j <= i`.',
    ...causal({ visible: (i, j) => j < i }),
  },
  {
    id: 'strictly-past-zeros',
    headline: 'A token does not see itself',
    say: 'You use the keys before i and leave out key i. Row 0 has nothing to average then: it comes out as zeros, or as some mean, and later rows lack their own value. A position sees the past and itself: `j <= i`.',
    ...causal({ visible: (i, j) => j < i, empty: 'zeros' }),
    forms: [
      causal({ visible: (i, j) => j < i, empty: 'mean' }),
      causal({ visible: (i, j) => j < i || (i === 0 && j === 0) }),
    ],
  },
  {
    id: 'one-future',
    headline: 'One future token leaks',
    say: 'Row i of yours sees key i + 1, the very token that it has to predict. The border is off by one. The last key that row i may use is key i.',
    ...causal({ visible: (i, j) => j <= i + 1 }),
  },
  {
    id: 'last-only',
    headline: 'Only the last token is hidden',
    say: 'You hide the last key of the sequence from the rows before it and nothing else. “The future” is another set for each row: row i must not see i + 1, i + 2, and so on. Compare `j` with `i`, not with the end.',
    ...causal({ visible: (i, j, n) => i === n - 1 || j < n - 1 }),
    forms: [causal({ visible: (_i, j, n) => n === 1 || j < n - 1 })],
  },
  {
    id: 'small-finite',
    headline: '−100 is not minus infinity',
    say: 'You set future scores to a finite number such as −100. Where the visible scores lie lower than that, the future is the largest of the row and takes all the weight. Only −∞ is below every score.',
    ...causal({ hidden: () => -100 }),
    forms: [causal({ hidden: () => -10 }), causal({ hidden: () => -1 })],
  },
  {
    id: 'minus-1e4',
    headline: '−10,000 is not minus infinity',
    say: 'You set future scores to a finite number such as −10,000. It looks like plenty, until the visible scores lie at −20,000: then the future is the largest of the row. Only −∞ is below every score.',
    ...causal({ hidden: () => -1e4 }),
    forms: [causal({ hidden: () => -1e5 })],
  },
  {
    id: 'minus-100-added',
    headline: 'A large future score survives −100',
    say: 'You add a number such as −100 to future scores. A future score that is 300 above the visible ones is still 200 above them afterwards. Put −∞ in its place, whatever the score was.',
    ...causal({ hidden: (s) => s - 100 }),
    forms: [causal({ hidden: (s) => s - 10 }), causal({ hidden: (s) => s - 1 })],
  },
  {
    id: 'minus-1e4-added',
    headline: 'A huge future score survives −10,000',
    say: 'You add −10,000 to future scores. One future score of 20,000 is still the largest of its row afterwards. Put −∞ in its place, whatever the score was.',
    ...causal({ hidden: (s) => s - 1e4 }),
  },
  {
    id: 'zero-times-inf',
    headline: '0 · ∞ is NaN',
    say: 'You multiply a mask of zeros and ones by −∞ and add it. Where the mask is 0, the product is NaN and not 0, so every visible score is destroyed and all of the output with it. Choose with a condition: `j <= i ? s : -Infinity`.',
    ...causal({ seen: () => Number.NaN }),
  },
  {
    id: 'prefix-mean',
    headline: 'All visible tokens weigh the same',
    say: 'Row i of yours is the plain mean of values 0 to i. The triangle is right, but the weights have to come from the scores: softmax over the visible `q·k / √d`, then the average with those.',
    ...causal({ scale: () => 0 }),
  },
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    say: 'You take exponentials of the scores as they are. Above 709 that is `Infinity`, far below zero it is 0, and both end in NaN. Subtract the largest visible score of the row first.',
    ...causal({ shift: () => 0 }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    say: 'Your search for the largest score begins at 0, so when all visible scores are negative it finds 0. Far below zero every exponential is then 0, and `0 / 0` is NaN. Begin at `-Infinity`.',
    ...causal({ shift: (scores) => Math.max(0, ...scores) }),
  },
  {
    id: 'another-scale',
    headline: 'Scaled by another number',
    say: 'The mask is right, and the scores are divided by something else than √d: by d, by a rounded root, or by the root of a number of tokens. A mask does not change the scale: divide by the root of the width of Q.',
    ...causal({ scale: (d) => 1 / d }),
    forms: OTHER_SCALES.map((scale) => causal({ scale })),
  },
  {
    id: 'mask-rows-not-scaled',
    headline: 'The scale is gone',
    say: 'The mask is right, and the scores are not divided by √d. They are too far apart then, and the softmax puts too much on the largest. Divide by the root of the width of Q.',
    ...causal({ scale: () => 1 }),
  },
]
