import { largest, softmaxing, sum, type Wrong } from './parametrized-softmax.ts'

/** Mistakes about what is subtracted before the exponential, and where. */
export const wrongShift: readonly Wrong[] = [
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    feedback:
      '`Math.exp(1000)` is `Infinity`, and `Infinity / Infinity` is NaN. Far below zero every exponential is 0, and `0 / 0` is NaN too. Softmax depends on differences alone: subtract the largest score first, and no exponent is above 0.',
    ...softmaxing({ shift: () => 0 }),
    variants: [softmaxing({ power: (v, x) => Math.exp(v - Math.log(sum(x.map(Math.exp)))), divisor: () => 1 })],
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    feedback:
      'Your running maximum starts at 0 (or at another finite number), so if all scores are below that it keeps that value. Far below zero every exponential is then 0, and `0 / 0` is NaN. Start at `-Infinity`.',
    ...softmaxing({ shift: (x) => Math.max(0, ...x) }),
    variants: [-100, -1000, -1e4].map((from) => softmaxing({ shift: (x) => Math.max(from, ...x) })),
  },
  {
    id: 'max-is-first',
    headline: 'The first is not the largest',
    feedback:
      'You subtract `x[0]` as if it were the largest score. A spike that comes later still overflows: `Math.exp(900)` is `Infinity`. Look at all scores before you subtract.',
    ...softmaxing({ shift: (x) => x[0] ?? 0 }),
    variants: [
      softmaxing({ shift: (x) => x.at(-1) ?? 0 }),
      shiftedLogarithm((x) => x[0] ?? 0),
      shiftedLogarithm((x) => x.at(-1) ?? 0),
    ],
  },
  {
    id: 'subtract-min',
    headline: 'Smallest score subtracted',
    feedback:
      'With the minimum subtracted every exponent is 0 or above, and the largest one overflows as soon as the scores are 710 apart. Subtract the maximum: then every exponent is 0 or below.',
    ...softmaxing({ shift: (x) => Math.min(...x) }),
    variants: [shiftedLogarithm((x) => Math.min(...x))],
  },
  {
    id: 'max-of-magnitudes',
    headline: 'The largest magnitude is subtracted',
    feedback:
      'You subtract the largest absolute value. If all scores are far below zero that is a positive number: every exponential is then 0, and `0 / 0` is NaN. Subtract the largest score, with its sign.',
    ...softmaxing({ shift: largestMagnitude }),
    variants: [
      shiftedLogarithm(largestMagnitude),
      softmaxing({ power: (v, x) => Math.exp(Math.max(v - largestMagnitude(x), -700)) }),
    ],
  },
  {
    id: 'max-added',
    headline: 'The maximum is added',
    feedback:
      'You add the largest score where it should be subtracted. Softmax does not change when a constant is added to all scores, but exponents of twice the size overflow. Write `Math.exp(v - max)`.',
    ...softmaxing({ shift: (x) => -largest(x) }),
  },
  {
    id: 'sign-flipped',
    headline: 'The smallest score wins',
    feedback:
      'Your exponent is `max - v`, or `-v`: the larger a score, the smaller its weight. Subtract the maximum from the score: `v - max`.',
    ...softmaxing({ power: (v, x) => Math.exp(largest(x) - v) }),
    variants: [softmaxing({ power: (v) => Math.exp(-v) })],
  },
  {
    id: 'subtract-mean',
    headline: 'Mean subtracted instead of maximum',
    feedback:
      'The mean makes scores smaller but bounds none of them: a score that is 710 above the mean still overflows. Only the maximum leaves no exponent above 0.',
    ...softmaxing({ shift: (x) => sum(x) / x.length }),
    variants: [shiftedLogarithm((x) => sum(x) / x.length)],
  },
  {
    id: 'unshifted-sum',
    headline: 'The sum is of other exponentials',
    feedback:
      'You subtract the maximum in the numerator but not in the sum. The factor that should cancel stays: the weights no longer sum to 1, and with large scores the sum is `Infinity`. Sum the same exponentials that you divide.',
    ...softmaxing({ divisor: (_e, x) => sum(x.map(Math.exp)) }),
  },
  {
    id: 'unshifted-numerator',
    headline: 'Only the sum was shifted',
    feedback:
      'You subtract the maximum in the sum but not in the numerator. The factor that should cancel stays: the weights do not sum to 1, and large scores give `Infinity`. Divide the same exponentials that you summed.',
    ...softmaxing({ power: (v) => Math.exp(v), divisor: (_e, x) => sum(x.map((v) => Math.exp(v - largest(x)))) }),
  },
]

/** The softmax as e to the log-softmax, with the logarithm of a sum that is shifted. */
function shiftedLogarithm(shift: (x: readonly number[]) => number) {
  const logSum = (x: readonly number[]) => shift(x) + Math.log(sum(x.map((v) => Math.exp(v - shift(x)))))
  return softmaxing({ power: (v, x) => Math.exp(v - logSum(x)), divisor: () => 1 })
}

function largestMagnitude(x: readonly number[]): number {
  return Math.max(...x.map(Math.abs))
}
