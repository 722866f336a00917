import { meanWeightAtOffset } from '#lib/attention/mean-weight-at-offset.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { isWeights, randomCausalWeights, randomWeights } from '../../attention-weights.ts'
import { misconceptions, type OffsetArgs } from './misconceptions.ts'

export default defineFunction<OffsetArgs, number>({
  name: 'offsetScore',
  signature: 'offsetScore(weights: number[][], offset: number): number',
  params: { weights: ['nQ', 'nK'], offset: { fixed: true } },
  reference: (weights, offset) => meanWeightAtOffset(weights, offset),
  examples: [
    {
      label: 'three tokens, the token before',
      args: [
        [
          [1, 0, 0],
          [0.75, 0.25, 0],
          [0.25, 0.5, 0.25],
        ],
        -1,
      ],
    },
    {
      label: 'the same weights, the token itself',
      args: [
        [
          [1, 0, 0],
          [0.75, 0.25, 0],
          [0.25, 0.5, 0.25],
        ],
        0,
      ],
    },
  ],
  random: {
    count: 14,
    make(random) {
      const n = random.int(3, 6)
      return random.chance(0.5)
        ? [randomCausalWeights(random, n), random.int(-2, 0)]
        : [randomWeights(random, n, random.int(3, 6)), random.int(-2, 2)]
    },
  },
  edgeCases: [
    { label: 'one weight', args: [[[1]], 0] },
    {
      label: 'no row has that position',
      args: [
        [
          [1, 0],
          [0.5, 0.5],
        ],
        -2,
      ],
    },
    { label: 'one row, and nothing before it', args: [[[0.5, 0.5]], -1] },
    { label: 'the next token', make: (random) => [randomWeights(random, 4, 4), 1] },
    { label: 'the next token of one row', make: (random) => [randomWeights(random, 1, 3), 1] },
    { label: 'more keys than queries', make: (random) => [randomWeights(random, 3, 6), 2] },
    { label: 'more queries than keys', make: (random) => [randomWeights(random, 6, 3), -2] },
    { label: 'the farthest token', make: (random) => [randomCausalWeights(random, 5), -4] },
    { label: 'twelve tokens', make: (random) => [randomCausalWeights(random, 12), -1] },
    {
      label: 'a row that gives that position nothing',
      args: [
        [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0.5, 0.5],
        ],
        -1,
      ],
    },
    {
      label: 'all weight on the token before',
      args: [
        [
          [1, 0, 0],
          [1, 0, 0],
          [0, 1, 0],
        ],
        -1,
      ],
    },
  ],
  misconceptions,
  isValidInput: (weights) => isWeights(weights),
  hints: [
    'Row i holds the weights of query i. Which column of that row is `offset` positions away? Row 0 has no token before it: should it count?',
    'Look at `weights[i][i + offset]` for every i. If `i + offset` is outside the row, leave the row out: out of the sum and out of the count. If no row is left, return 0.',
    'Collect the weights: `weights.flatMap((row, i) => row[i + offset] ?? [])` leaves out what doesn’t exist. Return the sum of that list divided by its length, or 0 if the list is empty.',
  ],
  passHeadline: 'Passed. With offset −1, this score finds previous-token heads.',
})
