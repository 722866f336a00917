import { softmax } from '#lib/attention/softmax.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { LOOSE_TOLERANCE, type ReferenceStep } from '#lib/grading/exercise.ts'
import { misconceptions } from './misconceptions.ts'
import type { SoftmaxArgs } from './parametrized-softmax.ts'

export default defineFunction<SoftmaxArgs, number[]>({
  name: 'softmax',
  signature: 'softmax(x: number[]): number[]',
  params: { x: ['nK'] },
  reference: (x) => softmax(x),
  examples: [
    { label: 'three scores', args: [[1, 2, 3]] },
    { label: 'two equal scores', args: [[2, 2]] },
    { label: 'one score only', args: [[5]] },
  ],
  random: {
    count: 28,
    make: (random) => [random.vector(random.int(1, 8), random.pick([0.5, 1, 2, 3]))],
  },
  // Every score lies within ±20 or beyond ±710: a clamp anywhere between gives the same outputs, and is recognised.
  edgeCases: [
    { label: 'scores near 1,000', args: [[998, 999, 1000]] },
    { label: 'scores near −1,000', args: [[-1000, -999, -998]] },
    { label: 'all scores near −20,000', args: [[-20000, -20000.5, -20001]], tolerance: LOOSE_TOLERANCE },
    { label: 'one late spike', args: [[0, 1, 2, 900]] },
    { label: 'one early spike', args: [[900, 2, 1, 0]] },
    { label: 'one score far below the other', args: [[0, -1000]] },
    { label: 'two scores far below the first', args: [[0, -2000, -2000]], tolerance: LOOSE_TOLERANCE },
    { label: 'scores that are 1,000 apart', args: [[2000, 1000, 3000]], tolerance: LOOSE_TOLERANCE },
    { label: 'negative scores that are 1,000 apart', args: [[-2000, -1000, -3000]], tolerance: LOOSE_TOLERANCE },
    { label: 'scores at ±10,000', args: [[10000, -10000, 9999]], tolerance: LOOSE_TOLERANCE },
    { label: 'two scores tied at the top', args: [[3, 1, 3]] },
    { label: 'scores that are all 0', args: [[0, 0, 0]] },
    { label: 'scores that sum to 0', args: [[-2, 0, 2]] },
    { label: 'scores out of order', args: [[2, -1, 3, 0]] },
    { label: 'forty scores', make: (random) => [random.vector(40)] },
  ],
  misconceptions,
  steps: (x) => softmaxSteps(x),
  hints: [
    'Softmax depends on differences alone: adding the same number to every score changes no weight. Which number can you add so that no exponent is above 0?',
    'Find the largest score first. Subtract it from every score, then raise e to the result: the largest term is exactly 1.',
    'Begin with `const max = Math.max(...x)`, then write `Math.exp(v - max)` instead of `Math.exp(v)`. The rest stays the same.',
  ],
  passHeadline: 'Passed. Scores of any size give weights that sum to 1.',
})

function softmaxSteps(x: readonly number[]): readonly ReferenceStep[] {
  const max = Math.max(...x)
  const shifted = x.map((v) => v - max)
  return [
    {
      name: 'shifted',
      aliases: ['centred', 'centered', 'shift', 'diff', 'diffs', 'differences', 'stable', 'safe', 's'],
      how: 'x − max x',
      scale: 'signed',
      value: [shifted],
    },
    {
      name: 'exponentials',
      aliases: ['e', 'exp', 'exps', 'ex', 'es', 'powers', 'numerators', 'unnormalised', 'unnormalized'],
      how: 'e to each of them',
      scale: 'weights',
      value: [shifted.map((v) => Math.exp(v))],
    },
    {
      name: 'weights',
      aliases: ['w', 'p', 'probs', 'probabilities', 'out', 'output'],
      how: 'divided by their sum',
      scale: 'weights',
      value: [softmax(x)],
    },
  ]
}
