import type { Mistake } from './mistake.ts'

// Mistakes in the factor of the scores. Each function is given the exercise's parametrized solution, as a function of
// the factor, and returns the misconception. `wording` fits the text to the exercise.

/** The factor of the dot products, of the width of a query: 1/√d, if the code is right. */
export type Scale = (d: number) => number
/** The same, for a learner who takes it from the number of keys or the width of the values. */
export type SizedScale = (d: number, nK: number, dV: number) => number

export interface ScaleWording {
  /** What each score has to be divided by, as code or in words: “`√d`, where d is the width of a query”. */
  readonly divisor: string
  /** Why, as a sentence that fits the exercise. */
  readonly reason?: string
}

/** The scores are not scaled. */
export function noScale<Faulty extends object>(
  withScale: (scale: Scale) => Faulty,
  { wording }: { readonly wording: ScaleWording },
): Mistake & Faulty {
  const {
    divisor,
    reason = 'The wider the vectors, the further the scores spread, and the softmax puts almost all of the weight on one key.',
  } = wording
  return {
    id: 'no-scale',
    headline: 'Scale missing',
    feedback: `You leave out the factor 1/√d. ${reason} Divide each score by ${divisor}.`,
    ...withScale(() => 1),
  }
}

/** The scores are divided by d. */
export function scaleD<Faulty extends object>(
  withScale: (scale: Scale) => Faulty,
  { wording }: { readonly wording: ScaleWording },
): Mistake & Faulty {
  const { divisor, reason = 'Their variance grows like d, but their standard deviation grows like √d.' } = wording
  return {
    id: 'scale-d',
    headline: 'Divided by d, not √d',
    feedback: `You divide the scores by d. ${reason} Divide by ${divisor}.`,
    ...withScale((d) => 1 / d),
  }
}

/** √d is rounded to an integer: down, to the nearest, or up. */
export function floorSqrt<Faulty extends object>(
  withScale: (scale: Scale) => Faulty,
  { wording = { divisor: '`Math.sqrt(d)`' } }: { readonly wording?: ScaleWording } = {},
): Mistake & Faulty & { readonly variants: readonly Faulty[] } {
  const {
    divisor,
    reason = 'At width 4 or 64 this changes nothing; at width 3 you divide by 1 or 2 instead of 1.73.',
  } = wording
  const rounded = (round: (x: number) => number) => withScale((d) => 1 / round(Math.sqrt(d)))
  return {
    id: 'floor-sqrt',
    headline: '√d rounded to an integer',
    feedback: `You round √d to an integer. ${reason} Use ${divisor} without rounding.`,
    ...rounded(Math.floor),
    variants: [rounded(Math.round), rounded(Math.ceil)],
  }
}

/** Any of the wrong factors, for exercises that are about something else. */
export function anotherScale<Faulty extends object>(
  withScale: (scale: SizedScale) => Faulty,
  { wording }: { readonly wording: ScaleWording },
): Mistake & Faulty & { readonly variants: readonly Faulty[] } {
  const { divisor, reason = '' } = wording
  const [first, ...others] = WRONG_FACTORS
  return {
    id: 'another-scale',
    headline: 'Scaled by a number other than √d',
    feedback: `You divide the scores by something other than √d: by d, by a rounded root, or by the root of a number of tokens. ${reason}${reason && ' '}Divide by ${divisor}.`,
    ...withScale(first),
    variants: others.map(withScale),
  }
}

const WRONG_FACTORS: readonly [SizedScale, ...SizedScale[]] = [
  (d) => 1 / d,
  (d) => 1 / Math.floor(Math.sqrt(d)),
  (d) => 1 / Math.round(Math.sqrt(d)),
  (_d, nK) => 1 / Math.sqrt(nK),
  (_d, _nK, dV) => 1 / Math.sqrt(dV),
  (d) => Math.sqrt(d),
]
