import { floorSqrt, noScale, scaleD } from '#content/mistakes/scale.ts'
import { hardArgmax, maxFromZero, noMax } from '#content/mistakes/softmax.ts'
import type { ClassMisconception } from '#lib/grading/define-class.ts'
import { brokenCache } from './broken-cache.ts'
import { tooFew } from './too-few.ts'
import { tooMuch } from './too-much.ts'
import { whatIsStored } from './what-is-stored.ts'

/** Mistakes about the factor of the scores. */
const wrongScale: readonly ClassMisconception[] = [
  noScale((scale) => brokenCache({ scale }), {
    wording: {
      divisor: '`Math.sqrt(q.length)` before the softmax',
      reason: 'A step with the cache must equal the last row of full attention.',
    },
  }),
  scaleD((scale) => brokenCache({ scale }), { wording: { divisor: '`Math.sqrt(q.length)`' } }),
  floorSqrt((scale) => brokenCache({ scale }), { wording: { divisor: '`Math.sqrt(q.length)`' } }),
  {
    id: 'scale-len',
    headline: 'Scaled by the cache’s length',
    feedback:
      'You divide by the square root of the number of cached tokens, so the same query and key get a lower score as the text grows. The scale compensates for the width of the vectors: use `q.length`.',
    ...brokenCache({ scale: (_d, n) => 1 / Math.sqrt(n) }),
    variants: [brokenCache({ scale: (_d, n) => 1 / n })],
  },
  {
    id: 'scale-value-width',
    headline: 'Scaled by the values’ width',
    feedback:
      'You divide by the square root of the width of the values. The score is a dot product of query and key, so its spread depends on their width, and values may have a different one. Use `q.length`.',
    ...brokenCache({ scale: (_d, _n, dV) => 1 / Math.sqrt(dV) }),
  },
]

/** Mistakes in the softmax. */
const wrongSoftmax: readonly ClassMisconception[] = [
  noMax((shift) => brokenCache({ shift }), { wording: 'the largest score' }),
  maxFromZero((shift) => brokenCache({ shift }), { wording: 'all scores' }),
  hardArgmax((weigh) => brokenCache({ weigh: (scores) => weigh([scores])[0] ?? [] })),
]

/** Mistakes about what `length` counts. */
const wrongLength: readonly ClassMisconception[] = [
  {
    id: 'length-counts-both',
    headline: 'Length counts keys and values',
    feedback:
      'Your `length` grows by 2 with each `append`. A token has one key and one value, and `length` counts tokens: return the number of keys.',
    ...brokenCache({ length: (kept) => 2 * kept }),
  },
]

export const misconceptions = [...whatIsStored, ...tooFew, ...tooMuch, ...wrongScale, ...wrongSoftmax, ...wrongLength]
