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
  {
    id: 'no-scale',
    headline: 'Scale missing',
    feedback: 'You leave out 1/√d. Divide each score by `Math.sqrt(q.length)`.',
    ...pagingWith({ scale: () => 1 }),
  },
  {
    id: 'scale-d',
    headline: 'Divided by d, not √d',
    feedback:
      'You divide the scores by the length of q. Their standard deviation grows like √d: divide by `Math.sqrt(q.length)`.',
    ...pagingWith({ scale: (d) => 1 / d }),
  },
  {
    id: 'floor-sqrt',
    headline: '√d rounded to an integer',
    feedback:
      'You round √d to an integer. For widths such as 2, 3 or 5 the scores are wrong. Use `Math.sqrt(d)` without rounding.',
    ...pagingWith({ scale: (d) => 1 / Math.floor(Math.sqrt(d)) }),
  },
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
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    feedback: 'You exponentiate the raw scores. Subtract the largest score first.',
    ...pagingWith({ shift: () => 0 }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    feedback:
      'Your running maximum starts at 0. If all scores are far below zero, every exponential is 0, and 0/0 is NaN. Start at `-Infinity`.',
    ...pagingWith({ shift: (s) => Math.max(0, ...s) }),
  },
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
