import type { ClassMisconception } from '#lib/grading/define-class.ts'
import { brokenCache } from './broken-cache.ts'
import { tooFew } from './too-few.ts'
import { tooMuch } from './too-much.ts'
import { whatIsStored } from './what-is-stored.ts'

/** Mistakes about the factor of the scores. */
const wrongScale: readonly ClassMisconception[] = [
  {
    id: 'no-scale',
    headline: 'Scale missing',
    feedback:
      'You leave out the factor 1/√d. A step with the cache must equal the last row of full attention, which divides each score by the square root of the query’s length. Divide by `Math.sqrt(q.length)` before the softmax.',
    ...brokenCache({ scale: () => 1 }),
  },
  {
    id: 'scale-d',
    headline: 'Divided by d, not √d',
    feedback:
      'You divide the scores by `q.length`. Their variance grows like d, but their standard deviation grows like √d. Divide by `Math.sqrt(q.length)`.',
    ...brokenCache({ scale: (d) => 1 / d }),
  },
  {
    id: 'floor-sqrt',
    headline: '√d rounded to an integer',
    feedback:
      'You round √d to an integer. For widths such as 2, 3 or 5 the scores are wrong. Use `Math.sqrt(q.length)` without rounding.',
    ...brokenCache({ scale: (d) => 1 / Math.floor(Math.sqrt(d)) }),
    variants: [brokenCache({ scale: (d) => 1 / Math.round(Math.sqrt(d)) })],
  },
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
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    feedback:
      'You exponentiate the raw scores. `Math.exp(1000)` is `Infinity`, and far below zero every exponential is 0, so you get `Infinity / Infinity` or `0 / 0`. Subtract the largest score first.',
    ...brokenCache({ shift: () => 0 }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    feedback:
      'Your running maximum starts at 0, so if all scores are negative it stays 0. Far below zero every exponential is then 0, and `0 / 0` is NaN. Start at `-Infinity`.',
    ...brokenCache({ shift: (scores) => Math.max(0, ...scores) }),
  },
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
