import { expTwice } from '#content/mistakes/softmax.ts'
import { largest, softmaxing, type Wrong } from './parametrized-softmax.ts'

/** Mistakes that change the scores or the base, often to keep the exponential from overflowing. */
export const scalingTheScores: readonly Wrong[] = [
  expTwice((prepared) => softmaxing({ prepared })),
  {
    id: 'clamp',
    headline: 'Clamped scores become equal',
    feedback:
      'You clamp the scores to a range, so that the exponential stays finite. All scores beyond the edge become equal: 1,000 and 3,000 get the same weight. Subtracting the maximum keeps their differences, and is exact.',
    ...softmaxing({ prepared: (x) => x.map((v) => Math.max(-50, Math.min(50, v))) }),
  },
  {
    id: 'clamp-above',
    headline: 'Clamped scores become equal',
    feedback:
      'You cap the scores from above, so that the exponential stays finite. All scores beyond the cap become equal, and far below zero the sum is still 0. Subtracting the maximum avoids both, and is exact.',
    ...softmaxing({ prepared: (x) => x.map((v) => Math.min(50, v)), shift: () => 0 }),
    variants: [softmaxing({ prepared: (x) => x.map((v) => Math.min(50, v)) })],
  },
  {
    id: 'divide-before-exp',
    headline: 'Divided by the maximum, not shifted',
    feedback:
      'You divide the scores by the largest one. Softmax does not change when a constant is added to all scores, but dividing changes how sharp the weights are. Subtract the maximum.',
    ...softmaxing({ power: (v, x) => Math.exp(v / largest(x)) }),
    variants: [softmaxing({ power: (v, x) => Math.exp(v / largest(x.map(Math.abs))) })],
  },
  {
    id: 'powers-of-two',
    headline: 'Powers of another number than e',
    feedback:
      'You raise 2 or 10 to the scores, not e. That is a softmax of scores that are multiplied by ln 2 or ln 10: the weights are too even or too sharp. Use `Math.exp`.',
    ...softmaxing({ power: (v, _x, shift) => 2 ** (v - shift) }),
    variants: [softmaxing({ power: (v, _x, shift) => 10 ** (v - shift) })],
  },
  {
    id: 'no-exponential',
    headline: 'Shares of the scores themselves',
    feedback:
      'You divide each score by the sum of scores. With mixed signs such shares are negative or blow up when the sum is near 0. Raise e to each score first: then all are positive.',
    ...softmaxing({ power: (v) => v }),
    variants: [softmaxing({ power: (v, _x, shift) => v - shift })],
  },
]
