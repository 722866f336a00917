import { causalMask } from '#lib/attention/causal-mask.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { EXACT_TOLERANCE } from '#lib/grading/exercise.ts'
import { misconceptions, type Size } from './misconceptions.ts'

export default defineFunction<Size, boolean[][]>({
  name: 'causalMask',
  signature: 'causalMask(n: number): boolean[][]',
  params: { n: { int: 1 } },
  tolerance: EXACT_TOLERANCE,
  reference: (n) => causalMask(n),
  examples: [
    { label: 'three tokens', args: [3] },
    { label: 'two tokens', args: [2] },
    { label: 'four tokens', args: [4] },
  ],
  random: { count: 8, make: (random) => [random.int(2, 12)] },
  edgeCases: [
    { label: 'one token only', args: [1] },
    { label: 'five tokens', args: [5] },
    { label: 'sixteen tokens', args: [16] },
    { label: 'forty tokens', args: [40] },
  ],
  misconceptions,
  hints: [
    'Entry (i, j) answers one question: may token i attend to token j? For which j is the answer yes?',
    'Token 0 sees itself and nothing else, so row 0 is `[true, false, false]` for n = 3. The last row is all true.',
    'Entry (i, j) is `j <= i`. Create a new array for each row: `Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => …))`.',
  ],
  passHeadline: 'Passed. Each token attends to the past and to itself.',
})
