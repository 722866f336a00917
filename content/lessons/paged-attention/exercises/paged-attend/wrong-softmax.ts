import { floorSqrt, noScale, scaleD } from '#content/mistakes/scale.ts'
import { maxFromZero, noMax } from '#content/mistakes/softmax.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import { type Paged, paging, pagingWith, softmax, upTo, type Wrong } from './paging.ts'

/** What is done with them. */
export const wrongSoftmax: readonly Wrong[] = [
  {
    id: 'softmax-per-page',
    headline: 'A softmax in each block',
    feedback:
      'You take a softmax inside each block and average or add the results. Blocks are a matter of storage: one softmax runs over all tokens of the sequence.',
    ...pagingWith({ weigh: (s, B) => perPage(s, B, (_n, pages) => 1 / pages) }),
    variants: [
      pagingWith({ weigh: (s, B) => perPage(s, B, () => 1) }),
      pagingWith({ weigh: (s, B) => perPage(s, B, (n) => n / s.length) }),
    ],
  },
  noScale((scale) => pagingWith({ scale }), { wording: { divisor: '`Math.sqrt(q.length)`' } }),
  scaleD((scale) => pagingWith({ scale }), { wording: { divisor: '`Math.sqrt(q.length)`' } }),
  floorSqrt((scale) => pagingWith({ scale }), { wording: { divisor: '`Math.sqrt(q.length)`' } }),
  {
    id: 'scale-length',
    headline: 'Scaled by a number of tokens',
    feedback:
      'You divide by the root of the sequence’s length, of the block size, or of the values’ width. The scale compensates for the width of q and k: `Math.sqrt(q.length)`.',
    ...pagingWith({ scale: (_d, _dV, length) => 1 / Math.sqrt(length) }),
    variants: [
      pagingWith({ scale: (_d, _dV, _length, B) => 1 / Math.sqrt(B) }),
      pagingWith({ scale: (_d, dV) => 1 / Math.sqrt(dV) }),
    ],
  },
  noMax((shift) => pagingWith({ shift }), { wording: 'the largest score' }),
  maxFromZero((shift) => pagingWith({ shift }), { wording: 'all scores' }),
  {
    id: 'token-mean',
    headline: 'All tokens have the same weight',
    feedback: 'You give every value the same weight. The weights come from the scores: softmax over `q·k / √d`.',
    ...pagingWith({ scale: () => 0 }),
  },
  {
    id: 'keys-as-values',
    headline: 'Keys averaged instead of values',
    feedback:
      'Your weights multiply rows of `kPages`. The weights come from the keys; they average the values, in `vPages`.',
    ...pagingWith({ what: 'keys' }),
    variants: [
      (...args: Paged) => {
        if (args[1][0]?.[0]?.length !== args[2][0]?.[0]?.length) throw new NotApplicable() // the width is a matter of style
        return paging({ what: 'keys' }, args)
      },
    ],
  },
]

function perPage(scores: readonly number[], B: number, share: (n: number, pages: number) => number): number[] {
  const pages = Math.ceil(scores.length / B)
  return upTo(pages).flatMap((b) => {
    const part = scores.slice(b * B, (b + 1) * B)
    return softmax(part).map((w) => w * share(part.length, pages))
  })
}
