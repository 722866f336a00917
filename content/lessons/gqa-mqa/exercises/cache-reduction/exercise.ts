import { cacheReduction } from '#lib/attention/cost.ts'
import { defineFunction } from '#lib/grading/define-function.ts'

export default defineFunction<[queryHeads: number, kvHeads: number], number>({
  name: 'cacheReduction',
  signature: 'cacheReduction(queryHeads: number, kvHeads: number): number',
  params: { queryHeads: { int: 1 }, kvHeads: { int: 1 } },
  reference: (queryHeads, kvHeads) => cacheReduction(queryHeads, kvHeads),
  examples: [
    { label: 'LLaMA-2-70B: 64 query heads, 8 KV heads', args: [64, 8] },
    { label: 'four heads on two', args: [4, 2] },
  ],
  random: {
    count: 12,
    make(random) {
      const kvHeads = random.int(1, 16)
      return [kvHeads * random.int(1, 12), kvHeads]
    },
  },
  edgeCases: [
    { label: 'multi-query: one KV head', args: [32, 1] },
    { label: 'multi-head: a KV head each', args: [12, 12] },
    { label: 'one head', args: [1, 1] },
    { label: 'groups of three', args: [24, 8] },
    { label: '71 query heads on one', args: [71, 1] },
    { label: 'sixteen KV heads', args: [128, 16] },
  ],
  misconceptions: [
    {
      id: 'by-query-heads',
      headline: 'That is multi-query attention',
      feedback:
        'You return the number of query heads. That is the saving with a single KV head. With g KV heads, g of h are still cached: the cache shrinks by h/g.',
      implementation: (queryHeads) => queryHeads,
    },
    {
      id: 'by-kv-heads',
      headline: 'That is how many KV heads are left',
      feedback:
        'You return the number of KV heads. More KV heads mean a larger cache, so the saving goes the other way: query heads over KV heads.',
      implementation: (_, kvHeads) => kvHeads,
    },
    {
      id: 'inverted',
      headline: 'The fraction is upside down',
      feedback:
        'You return the share of the cache that is left. The question is how many times smaller it is: query heads over KV heads.',
      implementation: (queryHeads, kvHeads) => kvHeads / queryHeads,
    },
    {
      id: 'twice',
      headline: 'Keys and values shrink together',
      feedback:
        'You count the saving once for keys and once for values. Both shrink by the same factor, and so does their sum: the factor stays h/g.',
      implementation: (queryHeads, kvHeads) => (2 * queryHeads) / kvHeads,
    },
    {
      id: 'half',
      headline: 'Keys and values are both shared',
      feedback:
        'You take half of h/g, as if only one of keys and values were shared. Both are: the cache shrinks by the whole factor h/g.',
      implementation: (queryHeads, kvHeads) => queryHeads / kvHeads / 2,
    },
    {
      id: 'squared',
      headline: 'The saving is not squared',
      feedback:
        'You square h/g. The number of cached heads enters the size of the cache once, so the cache shrinks by h/g.',
      implementation: (queryHeads, kvHeads) => (queryHeads / kvHeads) ** 2,
    },
    {
      id: 'difference',
      headline: 'Difference instead of factor',
      feedback:
        'You return how many KV heads are no longer cached. The question is by what factor the cache shrinks: divide instead of subtracting.',
      implementation: (queryHeads, kvHeads) => queryHeads - kvHeads,
    },
    {
      id: 'part-saved',
      headline: 'That is the share saved',
      feedback:
        'You return 1 − g/h, the share of the cache that is gone. The question is how many times smaller it is: h/g.',
      implementation: (queryHeads, kvHeads) => 1 - kvHeads / queryHeads,
    },
    {
      id: 'with-queries',
      headline: 'Queries are not cached',
      feedback:
        'You compare sizes with the queries in them. A query is used once, by its own token, and never kept. Compare keys and values only: h/g.',
      implementation: (queryHeads, kvHeads) => (3 * queryHeads) / (queryHeads + 2 * kvHeads),
    },
  ],
  hints: [
    'What does the cache hold for each token: queries, keys, values? How many heads of each, before and after?',
    'Before: keys and values of h heads. After: keys and values of g heads. Everything else is the same and cancels.',
    'It is one division: `queryHeads / kvHeads`.',
  ],
  passHeadline: 'Passed. The factor is h/g, and h only if g is 1.',
})
