import { afterSoftmax, smallFinite, zeroScore } from '#content/mistakes/mask.ts'
import { floorSqrt, noScale, scaleD } from '#content/mistakes/scale.ts'
import { maxFromZero, noMax } from '#content/mistakes/softmax.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import { attending, slidingWith, type Wrong } from './attending.ts'

const DIVISOR = '`Math.sqrt(Q[0].length)`'
const HIDDEN = {
  headline: 'Hidden keys still get weight',
  hidden: 'hidden key',
  hiddenKeys: 'hidden keys',
  visibleKeys: 'visible keys',
}

/** What becomes of the keys that are seen, and of those that are not. */
export const wrongSoftmax: readonly Wrong[] = [
  { ...zeroScore((hide) => slidingWith({ hidden: hide(0) }), { wording: HIDDEN }), id: 'masked-zero' },
  smallFinite((hide) => slidingWith({ hidden: hide(0) }), { wording: HIDDEN, others: [-1e3, -1e4, -50] }),
  afterSoftmax(
    { ...slidingWith({ among: () => true }), variants: [slidingWith({ among: (i, j) => j <= i })] },
    { wording: HIDDEN },
  ),
  noScale((scale) => slidingWith({ scale }), {
    wording: { divisor: DIVISOR, reason: 'The window changes which keys are seen, not the scores.' },
  }),
  scaleD((scale) => slidingWith({ scale }), { wording: { divisor: DIVISOR } }),
  {
    id: 'scale-multiplied',
    headline: 'Multiplied by √d, not divided',
    feedback:
      'You multiply the scores by √d. Their standard deviation grows like √d already: divide by `Math.sqrt(Q[0].length)`.',
    ...slidingWith({ scale: (d) => Math.sqrt(d) }),
  },
  floorSqrt((scale) => slidingWith({ scale }), { wording: { divisor: DIVISOR } }),
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
  noMax((shift) => slidingWith({ shift }), { wording: 'the largest visible score' }),
  maxFromZero((shift) => slidingWith({ shift }), { wording: 'all visible scores' }),
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
