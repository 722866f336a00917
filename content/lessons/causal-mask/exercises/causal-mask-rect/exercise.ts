import { causalMaskRect } from '#lib/attention/causal-mask.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { EXACT_TOLERANCE } from '#lib/grading/exercise.ts'
import { misconceptions, type Sizes } from './misconceptions.ts'

export default defineFunction<Sizes, boolean[][]>({
  name: 'causalMaskRect',
  signature: 'causalMaskRect(nQ: number, nK: number): boolean[][]',
  params: { nQ: { int: 1 }, nK: { int: 1 } },
  tolerance: EXACT_TOLERANCE,
  reference: (nQ, nK) => causalMaskRect(nQ, nK),
  examples: [
    { label: 'the last two of five tokens', args: [2, 5] },
    { label: 'as many queries as keys', args: [3, 3] },
    { label: 'one new token, four in the cache and itself', args: [1, 5] },
    { label: 'four queries, two keys', args: [4, 2] },
  ],
  random: { count: 16, make: (random) => [random.int(1, 8), random.int(1, 8)] },
  edgeCases: [
    { label: 'one query, one key', args: [1, 1] },
    { label: 'one query, many keys', args: [1, 9] },
    { label: 'many queries, one key', args: [6, 1] },
    { label: 'one key more than queries', args: [4, 5] },
    { label: 'one query more than keys', args: [5, 4] },
    { label: 'far more keys than queries', args: [3, 20] },
  ],
  misconceptions,
  hints: [
    'The queries are the *last* nQ of nK tokens, as for new tokens with a cache. Which token is query 0, counted in keys?',
    'Query i is token i + nK − nQ. Use that instead of i in the rule of the square mask.',
    'Entry (i, j) is `j <= i + nK - nQ`, with nQ rows of nK entries. For nQ > nK this makes the first rows all false.',
  ],
  passHeadline: 'Passed. The mask is aligned at the bottom right: the last query sees every key.',
})
