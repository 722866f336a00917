import type { ClassMisconception } from '#lib/grading/define-class.ts'
import { brokenCache } from './broken-cache.ts'
import { tooFew } from './too-few.ts'
import { tooMuch } from './too-much.ts'
import { whatIsStored } from './what-is-stored.ts'

/** Mistakes about the factor of the scores. */
const wrongScale: readonly ClassMisconception[] = [
  {
    id: 'no-scale',
    headline: 'The scores are not scaled',
    say: 'You leave out 1/√d. A step with the cache must equal the last row of full attention, and that divides each score by the square root of the query’s length. Divide by `Math.sqrt(q.length)` before the softmax.',
    ...brokenCache({ scale: () => 1 }),
  },
  {
    id: 'scale-d',
    headline: 'Divided by d, not by √d',
    say: 'You divide the scores by `q.length`. It is their variance that grows with d; their typical size grows with √d. Divide by `Math.sqrt(q.length)`.',
    ...brokenCache({ scale: (d) => 1 / d }),
  },
  {
    id: 'floor-sqrt',
    headline: 'The root was rounded',
    say: 'You round √d to a whole number. For widths such as 2, 3 or 5 the scores come out too large. Keep the fraction: `Math.sqrt(q.length)` as it is.',
    ...brokenCache({ scale: (d) => 1 / Math.floor(Math.sqrt(d)) }),
    forms: [brokenCache({ scale: (d) => 1 / Math.round(Math.sqrt(d)) })],
  },
  {
    id: 'scale-len',
    headline: 'Scaled by the cache’s length',
    say: 'You divide by the square root of how many tokens are kept. Then the same query and keys score less as the text grows. The scale makes up for the width of the vectors: use `q.length`.',
    ...brokenCache({ scale: (_d, n) => 1 / Math.sqrt(n) }),
    forms: [brokenCache({ scale: (_d, n) => 1 / n })],
  },
  {
    id: 'scale-value-width',
    headline: 'Scaled by the values’ width',
    say: 'You divide by the square root of the width of the values. The score is a dot product of query and key, so its spread depends on their width. The values may have another one: use `q.length`.',
    ...brokenCache({ scale: (_d, _n, dV) => 1 / Math.sqrt(dV) }),
  },
]

/** Mistakes in the softmax. */
const wrongSoftmax: readonly ClassMisconception[] = [
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    say: 'You take exponentials of the scores as they are. `Math.exp(1000)` is `Infinity`, and far below zero every exponential is 0, so you get `Infinity / Infinity` or `0 / 0`. Subtract the largest score first.',
    ...brokenCache({ shift: () => 0 }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    say: 'Your search for the largest score begins at 0, so when all scores are negative it finds 0. Far below zero every exponential is then 0, and `0 / 0` is NaN. Begin at `-Infinity`.',
    ...brokenCache({ shift: (scores) => Math.max(0, ...scores) }),
  },
]

/** Mistakes about what `length` counts. */
const wrongLength: readonly ClassMisconception[] = [
  {
    id: 'length-counts-both',
    headline: 'Length counts keys and values',
    say: 'Your `length` goes up by two with each `append`. A token brings one key and one value, and `length` counts tokens: the number of keys alone.',
    ...brokenCache({ length: (kept) => 2 * kept }),
  },
]

export const misconceptions = [...whatIsStored, ...tooFew, ...tooMuch, ...wrongScale, ...wrongSoftmax, ...wrongLength]
