import { NotApplicable } from '#lib/grading/not-applicable.ts'
import { attending, slidingWith, type Wrong } from './attending.ts'

/** What becomes of the keys that are seen, and of those that are not. */
export const wrongSoftmax: readonly Wrong[] = [
  {
    id: 'masked-zero',
    headline: 'Hidden keys still get weight',
    feedback:
      'You give hidden scores the value 0. In a softmax 0 does not mean “ignore”: exp(0) = 1, so every hidden key keeps a share. Use `-Infinity`, or leave the keys out.',
    ...slidingWith({ hidden: 0 }),
  },
  {
    id: 'small-finite',
    headline: 'A finite number need not hide a key',
    feedback:
      'You set hidden scores to −100, −1,000 or −10,000. If the visible scores are lower, the hidden keys take all of the weight. Use `-Infinity`, which is below every score.',
    ...slidingWith({ hidden: -100 }),
    variants: [slidingWith({ hidden: -1e3 }), slidingWith({ hidden: -1e4 }), slidingWith({ hidden: -50 })],
  },
  {
    id: 'after-softmax',
    headline: 'The weights no longer sum to 1',
    feedback:
      'You take the softmax over all keys and zero hidden weights afterwards. The remaining weights sum to less than 1. Mask the scores before the softmax.',
    ...slidingWith({ among: () => true }),
    variants: [slidingWith({ among: (i, j) => j <= i })],
  },
  {
    id: 'no-scale',
    headline: 'Scale missing',
    feedback:
      'You leave out 1/√d. The window changes which keys are seen, not the scores: divide by `Math.sqrt(Q[0].length)`.',
    ...slidingWith({ scale: () => 1 }),
  },
  {
    id: 'scale-d',
    headline: 'Divided by d, not √d',
    feedback:
      'You divide the scores by the width. Their standard deviation grows like √d: divide by `Math.sqrt(Q[0].length)`.',
    ...slidingWith({ scale: (d) => 1 / d }),
  },
  {
    id: 'scale-multiplied',
    headline: 'Multiplied by √d, not divided',
    feedback:
      'You multiply the scores by √d. Their standard deviation grows like √d already: divide by `Math.sqrt(Q[0].length)`.',
    ...slidingWith({ scale: (d) => Math.sqrt(d) }),
  },
  {
    id: 'floor-sqrt',
    headline: '√d rounded to an integer',
    feedback:
      'You round √d to an integer. For widths such as 2, 3 or 5 the scores are wrong. Use `Math.sqrt(d)` without rounding.',
    ...slidingWith({ scale: (d) => 1 / Math.floor(Math.sqrt(d)) }),
  },
  {
    id: 'scale-window',
    headline: 'Scaled by the window or the length',
    feedback:
      'You divide by the root of a number of tokens (or of the values’ width). The scale compensates for the width of queries and keys: `Math.sqrt(Q[0].length)`.',
    ...slidingWith({ scale: (_d, _dV, w) => 1 / Math.sqrt(w) }),
    variants: [
      slidingWith({ scale: (_d, _dV, _w, n) => 1 / Math.sqrt(n) }),
      slidingWith({ scale: (_d, dV) => 1 / Math.sqrt(dV) }),
    ],
  },
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    feedback: 'You exponentiate the raw scores. Subtract the largest visible score first.',
    ...slidingWith({ shift: () => 0 }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    feedback:
      'Your running maximum starts at 0. If all scores are far below zero, every exponential is 0, and 0/0 is NaN. Start at `-Infinity`.',
    ...slidingWith({ shift: (s) => Math.max(0, ...s) }),
  },
  {
    id: 'max-of-hidden',
    headline: 'A hidden score sets the maximum',
    feedback:
      'You subtract the largest of all scores, or take the softmax over all keys, zero the hidden ones and divide by what is left. If a hidden score is far above the rest, all visible exponentials are 0 and you divide 0 by 0. Take the maximum of the visible scores.',
    ...slidingWith({ among: () => true, again: true }),
    variants: [slidingWith({ among: (i, j) => j <= i, again: true })],
  },
  {
    id: 'window-mean',
    headline: 'All visible tokens have the same weight',
    feedback:
      'You give every visible value the same weight. The weights come from the scores: softmax over the visible `q·k / √d`.',
    ...slidingWith({ scale: () => 0 }),
  },
  {
    id: 'keys-as-values',
    headline: 'Keys averaged instead of values',
    feedback: 'Your weights multiply the rows of K. The weights come from the keys; they average the values.',
    ...slidingWith({ what: 'keys' }),
    variants: [
      (Q, K, V, w, s) => {
        if (K[0]?.length !== V[0]?.length) throw new NotApplicable() // how wide the rows are then is a matter of style
        return attending({}, [Q, K, K, w, s])
      },
    ],
  },
]
