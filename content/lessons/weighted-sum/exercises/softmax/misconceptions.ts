import { largest, softmaxing, sum, type Wrong } from './parametrized-softmax.ts'
import { scalingTheScores } from './scaling-the-scores.ts'
import { wrongShift } from './wrong-shift.ts'

/** Exponentials divided by something other than their sum, or not at all. */
const wrongDivision: readonly Wrong[] = [
  {
    id: 'divide-by-sum-of-scores',
    headline: 'Divided by the sum of scores',
    feedback:
      'You divide the exponentials by the sum of `x`. The numerators are exponentials, so the results sum to 1 only if you divide by the sum of the exponentials. A sum of scores may even be 0 or negative.',
    ...softmaxing({ divisor: (_e, x) => sum(x) }),
  },
  {
    id: 'divide-by-max',
    headline: 'The largest weight is always 1',
    feedback:
      'Your largest entry is exactly 1: you divide by the largest exponential, or you do not divide at all after the shift. Weights have to sum to 1, so divide by the sum of the exponentials.',
    ...softmaxing({ divisor: () => 1 }),
  },
  {
    id: 'divide-by-n',
    headline: 'Divided by the number of scores',
    feedback:
      'You divide the exponentials by `x.length`. That gives their mean, not shares of their sum, so the weights do not sum to 1. Add up the exponentials and divide by their sum.',
    ...softmaxing({ divisor: (_e, x) => x.length }),
  },
  {
    id: 'l2',
    headline: 'Unit length instead of unit sum',
    feedback:
      'You divide by the Euclidean norm, so the squares of your weights sum to 1. Weights of an average must themselves sum to 1: divide by the plain sum.',
    ...softmaxing({ divisor: (e) => Math.sqrt(sum(e.map((v) => v * v))) }),
  },
  {
    id: 'epsilon',
    headline: 'An epsilon takes some weight',
    feedback:
      'You add a small number such as `1e-5` to the sum. After the largest score is subtracted the sum is at least 1, so nothing needs to be guarded, and the weights now sum to less than 1.',
    ...softmaxing({ divisor: (e) => sum(e) + 1e-5 }),
    variants: [1e-4, 1e-3, 1].map((epsilon) => softmaxing({ divisor: (e) => sum(e) + epsilon })),
  },
]

/** Something else than a softmax. */
const anotherFunction: readonly Wrong[] = [
  {
    id: 'argmax',
    headline: 'All the weight on the maximum',
    feedback:
      'You give 1 to the largest score and 0 to the rest. That is argmax: it ignores how close the others were, and has no useful gradient. Softmax gives every score a share.',
    ...softmaxing({ power: (v, x) => (v === largest(x) ? 1 : 0), divisor: () => 1 }),
    variants: [softmaxing({ power: (v, x) => (v === largest(x) ? 1 : 0) })],
  },
  {
    id: 'argmax-first',
    headline: 'One entry takes all the weight',
    feedback:
      'You give 1 to the first of the largest scores and 0 to the rest. That is a hard lookup: equal scores must share equally, and every other score keeps a share.',
    implementation: (x) => x.map((_, i) => (i === x.indexOf(largest(x)) ? 1 : 0)),
    variants: [(x) => x.map((_, i) => (i === x.lastIndexOf(largest(x)) ? 1 : 0))],
  },
  {
    id: 'sigmoid',
    headline: 'Scores do not compete',
    feedback:
      'You put each score through a sigmoid. The entries do not compete, so they do not sum to 1, and dividing them by their sum does not make them a softmax. In a softmax one score rises only at the cost of the others.',
    implementation: (x) => x.map(sigmoid),
    variants: [softmaxing({ power: sigmoid })],
  },
  {
    id: 'log-probabilities',
    headline: 'Logarithms instead of weights',
    feedback:
      'Your numbers are 0 or below: they are the logarithms of the weights, as a log-softmax gives them. Raise e to each of them, or leave the logarithm out.',
    implementation: (x) => {
      const top = largest(x)
      const log = Math.log(sum(x.map((v) => Math.exp(v - top))))
      return x.map((v) => v - top - log)
    },
    variants: [softmaxing({ finish: (w) => w.map(Math.log) })],
  },
  {
    id: 'sorted',
    headline: 'Weights in sorted order',
    feedback:
      'You sort the scores and return the weights in sorted order. Weight `i` belongs to score `i`: to find the maximum you need not sort.',
    ...softmaxing({ prepared: (x) => [...x].sort((a, b) => b - a) }),
    variants: [
      softmaxing({ prepared: (x) => [...x].sort((a, b) => a - b) }),
      softmaxing({ prepared: (x) => [...x].sort() }),
    ],
  },
  {
    id: 'rounding',
    headline: 'The weights are rounded',
    feedback:
      'You round the weights to four digits. Rounded weights need not sum to 1, and small ones vanish. Round where a number is shown, not where it is computed.',
    ...softmaxing({ finish: (w) => w.map((v) => Math.round(v * 1e4) / 1e4) }),
    variants: [2, 3, 5]
      .map((digits) => softmaxing({ finish: (w) => w.map((v) => Number(v.toFixed(digits))) }))
      .concat(softmaxing({ finish: (w) => w.map((v) => Math.floor(v * 1e4) / 1e4) })),
  },
]

/** A sum, or weights, that leave something out. */
const leftOut: readonly Wrong[] = [
  {
    id: 'sum-misses-one',
    headline: 'The sum misses an entry',
    feedback:
      'The first or the last exponential is not in your sum, so the weights sum to more than 1. A loop over all entries goes from 0 to `x.length - 1`.',
    ...softmaxing({ divisor: (e) => sum(e.slice(1)) }),
    variants: [softmaxing({ divisor: (e) => sum(e.slice(0, -1)) })],
  },
  {
    id: 'uniform',
    headline: 'All weights are equal',
    feedback:
      'Each of your weights is 1 divided by the number of scores: the scores have no influence. Raise e to each score, and divide by the sum of the results.',
    ...softmaxing({ power: () => 1 }),
  },
]

function sigmoid(v: number): number {
  return 1 / (1 + Math.exp(-v))
}

export const misconceptions = [...wrongShift, ...wrongDivision, ...scalingTheScores, ...anotherFunction, ...leftOut]
