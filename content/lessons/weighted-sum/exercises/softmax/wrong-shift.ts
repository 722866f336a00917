import type { FunctionMisconception } from '#lib/grading/define-function.ts'

/** Mistakes about what is subtracted before the exponential, and where. */
export const wrongShift: readonly FunctionMisconception<[x: readonly number[]]>[] = [
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    say: '`Math.exp(1000)` is `Infinity`, and `Infinity / Infinity` is NaN. Far below zero every exponential is 0, and `0 / 0` is NaN too. Softmax sees differences only: subtract the largest score first, and no exponent is above 0.',
    wrong: (x) => normalised(x.map((v) => Math.exp(v))),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    say: 'Your search for the largest score begins at 0, so when all scores are negative it finds 0. Far below zero every exponential is then 0, and `0 / 0` is NaN. Begin at `-Infinity`.',
    wrong: (x) => shifted(x, Math.max(0, ...x)),
  },
  {
    id: 'max-is-first',
    headline: 'The first is not the largest',
    say: 'You subtract `x[0]` as if it were the largest score. A spike that comes later still overflows: `Math.exp(900)` is `Infinity`. Look at all scores before you subtract.',
    wrong: (x) => shifted(x, x[0] as number),
  },
  {
    id: 'subtract-min',
    headline: 'You subtracted the smallest score',
    say: 'With the minimum subtracted every exponent is 0 or above, and the largest one overflows as soon as the scores are 710 apart. Subtract the maximum: then every exponent is 0 or below.',
    wrong: (x) => shifted(x, Math.min(...x)),
  },
  {
    id: 'subtract-mean',
    headline: 'You subtracted the mean',
    say: 'The mean makes scores smaller but bounds none of them: a score that is 710 above the mean still overflows. Only the maximum leaves no exponent above 0.',
    wrong: (x) => shifted(x, x.reduce((s, v) => s + v, 0) / x.length),
  },
  {
    id: 'unshifted-sum',
    headline: 'The sum is of other exponentials',
    say: 'Above the line you subtract the maximum, in the sum you do not. The factor that was to cancel stays: the weights no longer sum to 1, and with large scores the sum is `Infinity`. Sum the same exponentials that you divide.',
    wrong: (x) => {
      const sum = x.reduce((s, v) => s + Math.exp(v), 0)
      return x.map((v) => Math.exp(v - Math.max(...x)) / sum)
    },
  },
  {
    id: 'unshifted-numerator',
    headline: 'Only the sum was shifted',
    say: 'In the sum you subtract the maximum, above the line you do not. The factor that was to cancel stays: the weights do not sum to 1, and large scores give `Infinity`. Divide the same exponentials that you summed.',
    wrong: (x) => {
      const sum = x.reduce((s, v) => s + Math.exp(v - Math.max(...x)), 0)
      return x.map((v) => Math.exp(v) / sum)
    },
  },
]

const normalised = (e: readonly number[]): number[] => {
  const sum = e.reduce((s, v) => s + v, 0)
  return e.map((v) => v / sum)
}
const shifted = (x: readonly number[], by: number): number[] => normalised(x.map((v) => Math.exp(v - by)))
