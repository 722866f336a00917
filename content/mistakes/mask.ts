import type { Mistake } from './mistake.ts'

// Mistakes in hiding keys. Each function is given the exercise's parametrized solution, as a function of what a hidden
// score becomes, or the wrong code itself, and returns the misconception. `wording` fits the text to the exercise.

/** What a hidden score becomes: −∞, if the code is right. */
export type Hide = (score: number) => number

export interface HiddenWording {
  /** The keys that must be hidden, in the singular and in the plural: “future key”, “future keys”. */
  readonly hidden: string
  readonly hiddenKeys: string
  /** The keys that stay visible: “visible keys”. */
  readonly visibleKeys: string
}

/** Hidden scores are 0, or keys are zeroed, or `Number.MIN_VALUE` is taken for the most negative number. */
export function zeroScore<Faulty extends object>(
  withHide: (hide: Hide) => Faulty,
  { wording }: { readonly wording: HiddenWording & { readonly headline: string } },
): Mistake & Faulty {
  const { headline, hidden, hiddenKeys } = wording
  return {
    id: 'zero-score',
    headline,
    feedback: `You set the scores of ${hiddenKeys} to 0 (or zeroed the keys, or used \`Number.MIN_VALUE\`, which is about 5e-324). In a softmax 0 does not mean “ignore”: exp(0) = 1, so every ${hidden} keeps a share. Use \`-Infinity\`, which has weight 0.`,
    ...withHide(() => 0),
  }
}

/** Hidden scores are a small finite number. */
export function smallFinite<Faulty extends object>(
  withHide: (hide: Hide) => Faulty,
  { wording, others = [] }: { readonly wording: HiddenWording; readonly others?: readonly number[] },
): Mistake & Faulty & { readonly variants: readonly Faulty[] } {
  const { hidden, hiddenKeys, visibleKeys } = wording
  return {
    id: 'small-finite',
    headline: '−100 is not minus infinity',
    feedback: `You set the scores of ${hiddenKeys} to a finite number such as −100. If the scores of the ${visibleKeys} are lower, a ${hidden} has the largest score of the row and takes all of the weight. Use \`-Infinity\`, which is below every score.`,
    ...withHide(() => -100),
    variants: others.map((score) => withHide(() => score)),
  }
}

/** Hidden scores are a large finite number. */
export function minus1e4<Faulty extends object>(
  withHide: (hide: Hide) => Faulty,
  { wording }: { readonly wording: HiddenWording },
): Mistake & Faulty & { readonly variants: readonly Faulty[] } {
  const { hidden, hiddenKeys, visibleKeys } = wording
  return {
    id: 'minus-1e4',
    headline: '−10,000 is not minus infinity',
    feedback: `You set the scores of ${hiddenKeys} to a finite number such as −10,000. If the scores of the ${visibleKeys} are around −20,000, a ${hidden} has the largest score of the row. Use \`-Infinity\`, which is below every score.`,
    ...withHide(() => -1e4),
    variants: [withHide(() => -1e5)],
  }
}

/** The keys are hidden after the softmax, by zeroing weights or values. */
export function afterSoftmax<Faulty extends object>(
  faulty: Faulty,
  { wording }: { readonly wording: Pick<HiddenWording, 'hiddenKeys'> },
): Mistake & Faulty {
  return {
    id: 'after-softmax',
    headline: 'The weights no longer sum to 1',
    feedback: `You remove ${wording.hiddenKeys} after the softmax, by zeroing their weights or values. By then they are in the denominator, so the remaining weights sum to less than 1. Mask the scores before the softmax.`,
    ...faulty,
  }
}

/**
 * A boolean mask that is true where a key is hidden.
 *
 * @param wording  what is right about the mask, as a sentence
 */
export function trueHides<Faulty extends object>(
  faulty: Faulty,
  { wording }: { readonly wording: string },
): Mistake & Faulty {
  return {
    id: 'true-hides',
    headline: 'True and false swapped',
    feedback: `Your mask is true where a token may *not* attend. Here true means “may attend”; PyTorch uses both conventions, so always check. ${wording} Negate the mask.`,
    ...faulty,
  }
}
