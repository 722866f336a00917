import { headEntropy } from '#lib/attention/mean-weight-at-offset.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { isWeights, randomCausalWeights, randomWeights } from '../../attention-weights.ts'
import { type EntropyArgs, misconceptions } from './misconceptions.ts'

export default defineFunction<EntropyArgs, number>({
  name: 'headEntropy',
  signature: 'headEntropy(weights: number[][]): number',
  params: { weights: ['nQ', 'nK'] },
  reference: (weights) => headEntropy(weights),
  examples: [
    {
      label: 'one sharp row, one uniform row',
      args: [
        [
          [1, 0],
          [0.5, 0.5],
        ],
      ],
    },
    { label: 'one row, uniform over four keys', args: [[[0.25, 0.25, 0.25, 0.25]]] },
  ],
  random: {
    count: 14,
    make(random) {
      const n = random.int(2, 6)
      return [random.chance(0.5) ? randomCausalWeights(random, n) : randomWeights(random, n, random.int(2, 6))]
    },
  },
  edgeCases: [
    { label: 'one weight', args: [[[1]]] },
    {
      label: 'every row sharp',
      args: [
        [
          [1, 0, 0],
          [0, 0, 1],
          [0, 1, 0],
        ],
      ],
    },
    {
      label: 'a row of zeros',
      args: [
        [
          [0, 0, 0],
          [0.5, 0.25, 0.25],
        ],
      ],
    },
    { label: 'one row', make: (random) => [randomWeights(random, 1, 5)] },
    { label: 'one key', args: [[[1], [1], [1]]] },
    { label: 'more keys than queries', make: (random) => [randomWeights(random, 2, 7)] },
    { label: 'more queries than keys', make: (random) => [randomWeights(random, 7, 2)] },
    { label: 'no weight is 0', make: (random) => [randomWeights(random, 4, 4)] },
    { label: 'a causal head', make: (random) => [randomCausalWeights(random, 6)] },
    { label: 'very small weights', args: [[[1 - 3e-9, 1e-9, 2e-9]]] },
    { label: 'forty keys', make: (random) => [randomWeights(random, 3, 40, 3)] },
  ],
  misconceptions,
  isValidInput: (weights) => isWeights(weights),
  hints: [
    'A row [0.5, 0.5] has entropy ln 2 ≈ 0.69, a row [1, 0] has 0. What is `0 * Math.log(0)` in JavaScript?',
    'The entropy of one row is the sum of `-p * Math.log(p)` over its weights p > 0; a weight of 0 adds nothing. Compute it for every row first, then take the mean over the rows.',
    'Two loops: `for (const row of weights) for (const p of row) if (p > 0) sum -= p * Math.log(p)`. Return `sum / weights.length`.',
  ],
  passHeadline: 'Passed. Each query looks at a single key if the entropy is 0, and at n keys equally if it is ln n.',
})
