import { type FunctionMisconception, parametrize } from '#lib/grading/faulty-implementation.ts'

export type CostArgs = readonly [n: number, d: number]
export type Cost = { multiplyAdds: number; scoreEntries: number }

/** The two counts, each as learners may get it wrong. */
interface CostOverrides {
  readonly multiplyAdds?: (n: number, d: number) => number
  readonly scoreEntries?: (n: number, d: number) => number
}

const counting = parametrize<CostArgs, CostOverrides>((overrides) => (n, d) => {
  const { multiplyAdds = () => 2 * n * n * d, scoreEntries = () => n * n } = overrides
  return { multiplyAdds: multiplyAdds(n, d), scoreEntries: scoreEntries(n, d) }
})

/** Multiply-adds that are not 2·n²·d. */
const wrongWork: readonly FunctionMisconception<CostArgs>[] = [
  {
    id: 'one-product',
    headline: 'Only one of the two products counted',
    feedback:
      'You count n²·d: one matrix product. The scores Q·Kᵀ take that many multiply-adds, and the weights times V take as many again. Multiply by 2.',
    ...counting({ multiplyAdds: (n, d) => n * n * d }),
  },
  {
    id: 'flops',
    headline: 'FLOPs instead of multiply-adds',
    feedback:
      'You count 4·n²·d: multiplications and additions separately. A multiply-add is one of each, so it counts as two FLOPs. The exercise asks for multiply-adds: 2·n²·d.',
    ...counting({ multiplyAdds: (n, d) => 4 * n * n * d }),
  },
  {
    id: 'no-width',
    headline: 'The width is missing',
    feedback:
      'You count one multiply-add per score. A score is a dot product of two vectors of width d, so it takes d of them, and a weighted value takes d too. Multiply by `d`.',
    ...counting({ multiplyAdds: (n) => 2 * n * n }),
    variants: [counting({ multiplyAdds: (n) => n * n })],
  },
  {
    id: 'width-squared',
    headline: 'The width squared, not the length',
    feedback:
      'You count 2·n·d². That is the form of a projection, or of linear attention. In attention each of n queries meets each of n keys: the length is squared, 2·n²·d.',
    ...counting({ multiplyAdds: (n, d) => 2 * n * d * d }),
    variants: [counting({ multiplyAdds: (n, d) => n * d * d }), counting({ multiplyAdds: (n, d) => 4 * n * d * d })],
  },
  {
    id: 'both-squared',
    headline: 'Length and width both squared',
    feedback:
      'You count n²·d². Each of the n² scores is one dot product of width d, and each of the n² weights multiplies one value of width d: the width counts once.',
    ...counting({ multiplyAdds: (n, d) => 2 * n * n * d * d }),
    variants: [counting({ multiplyAdds: (n, d) => n * n * d * d })],
  },
  {
    id: 'one-term-less',
    headline: 'One multiply-add too few per dot product',
    feedback:
      'You count d − 1 for a dot product of width d: its additions. It takes d multiplications, and a multiply-add is one multiplication with its addition, so it counts as d.',
    ...counting({ multiplyAdds: (n, d) => 2 * n * n * (d - 1) }),
    variants: [
      counting({ multiplyAdds: (n, d) => n * n * (2 * d - 1) }),
      counting({ multiplyAdds: (n, d) => n * n * (d - 1) + n * (n - 1) * d }),
      counting({ multiplyAdds: (n, d) => n * n * d + n * (n - 1) * d }),
    ],
  },
  {
    id: 'linear-in-n',
    headline: 'Linear in the number of tokens',
    feedback:
      'You count 2·n·d, as if each query met one key. Each of n queries meets all n keys: multiply by `n` once more.',
    ...counting({ multiplyAdds: (n, d) => 2 * n * d }),
    variants: [counting({ multiplyAdds: (n, d) => n * d })],
  },
  {
    id: 'projections-added',
    headline: 'Projections counted as well',
    feedback:
      'You add the projections, n·d² for each of them. They belong to the layer; this function counts attention alone, from Q, K and V on: 2·n²·d.',
    ...counting({ multiplyAdds: (n, d) => 2 * n * n * d + 4 * n * d * d }),
    variants: [counting({ multiplyAdds: (n, d) => 2 * n * n * d + 3 * n * d * d })],
  },
  {
    id: 'softmax-added',
    headline: 'The softmax counted as well',
    feedback:
      'You add work for the softmax or the scale, about n². The exercise asks for the two matrix products alone: 2·n²·d.',
    ...counting({ multiplyAdds: (n, d) => 2 * n * n * d + n * n }),
    variants: [2, 3, 4, 5].map((times) => counting({ multiplyAdds: (n, d) => 2 * n * n * d + times * n * n })),
  },
]

/** A matrix of scores that is not n × n. */
const wrongScores: readonly FunctionMisconception<CostArgs>[] = [
  {
    id: 'scores-by-width',
    headline: 'Scores counted as n·d',
    feedback:
      'You count n·d entries: that is the size of Q, of K and of V. The scores have one entry per query and key, whatever the width: n².',
    ...counting({ scoreEntries: (n, d) => n * d }),
    variants: [counting({ scoreEntries: (n, d) => n * n * d })],
  },
  {
    id: 'one-row-of-scores',
    headline: 'Only one row of scores counted',
    feedback: 'You count n entries: the scores of one query. There are n queries, and each has a row of n: n².',
    ...counting({ scoreEntries: (n) => n }),
  },
  {
    id: 'scores-twice',
    headline: 'Scores and weights counted',
    feedback:
      'You count 2·n² entries, the scores and the weights. The exercise asks for the scores: one n × n matrix. (The softmax can overwrite it.)',
    ...counting({ scoreEntries: (n) => 2 * n * n }),
  },
]

/** Both counts at once. */
const wrongBoth: readonly FunctionMisconception<CostArgs>[] = [
  {
    id: 'halved-for-causality',
    headline: 'Half of the matrix counted',
    feedback:
      'You count the part at and below the diagonal, or half of n². A causal kernel can skip the rest; here there is no mask, and every query meets every key: n² scores.',
    ...counting({ multiplyAdds: (n, d) => n * (n + 1) * d, scoreEntries: (n) => (n * (n + 1)) / 2 }),
    variants: [
      counting({ multiplyAdds: (n, d) => n * n * d, scoreEntries: (n) => (n * n) / 2 }),
      counting({ scoreEntries: (n) => (n * n) / 2 }),
      counting({ scoreEntries: (n) => (n * (n + 1)) / 2 }),
      counting({ multiplyAdds: (n, d) => n * (n + 1) * d }),
    ],
  },
  {
    id: 'int32-overflow',
    headline: 'The product overflows 32 bits',
    feedback:
      'You compute with 32-bit integers (`|`, `<<` or `Math.imul`). At 100,000 tokens there are 10¹⁰ scores, more than 32 bits hold. Plain `*` is exact up to 2⁵³.',
    ...counting({ multiplyAdds: (n, d) => (2 * n * n * d) | 0, scoreEntries: (n) => (n * n) | 0 }),
    variants: [
      counting({ multiplyAdds: (n, d) => Math.imul(2 * d, Math.imul(n, n)), scoreEntries: (n) => Math.imul(n, n) }),
      counting({ multiplyAdds: (n, d) => 2 * ((n * n) | 0) * d, scoreEntries: (n) => (n * n) | 0 }),
      counting({ multiplyAdds: (n, d) => ((n * n) | 0) * d + n * n * d, scoreEntries: (n) => (n * n) | 0 }),
      counting({ multiplyAdds: (n, d) => (2 * n * n * d) >>> 0, scoreEntries: (n) => (n * n) >>> 0 }),
      counting({ multiplyAdds: (n, d) => (2 * n * n * d) | 0 }),
      counting({ scoreEntries: (n) => (n * n) | 0 }),
    ],
  },
  {
    id: 'counts-swapped',
    headline: 'The two counts are swapped',
    feedback:
      'Your numbers are right, but each stands under the other’s name. `scoreEntries` is n², and `multiplyAdds` is 2·n²·d.',
    ...counting({ multiplyAdds: (n) => n * n, scoreEntries: (n, d) => 2 * n * n * d }),
  },
]

export const misconceptions = [...wrongWork, ...wrongScores, ...wrongBoth]
