import { attentionCost } from '#lib/attention/cost.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { EXACT_TOLERANCE } from '#lib/grading/exercise.ts'
import { type Cost, type CostArgs, misconceptions } from './misconceptions.ts'

export default defineFunction<CostArgs, Cost>({
  name: 'attentionCost',
  signature: 'attentionCost(n: number, d: number): { multiplyAdds: number; scoreEntries: number }',
  params: { n: { int: 1 }, d: { int: 1 } },
  tolerance: EXACT_TOLERANCE,
  reference(n, d) {
    const { multiplyAdds, scoreEntries } = attentionCost(n, d)
    return { multiplyAdds, scoreEntries }
  },
  examples: [
    { label: 'three tokens of width 2', args: [3, 2] },
    { label: 'twice as many tokens', args: [6, 2] },
    { label: '1,024 tokens, a head of width 64', args: [1024, 64] },
  ],
  random: { count: 20, make: (random) => [random.int(1, 300), random.pick([1, 2, 3, 8, 20, 64, 128])] },
  // each factor alone, so that a mistake in one is not hidden by another
  edgeCases: [
    { label: 'one token of width 1', args: [1, 1] },
    { label: 'one token of width 8', args: [1, 8] },
    { label: 'seven tokens of width 1', args: [7, 1] },
    { label: 'as many tokens as the head is wide', args: [16, 16] },
    { label: 'a head that is wider than the sequence is long', args: [4, 128] },
    { label: 'a sequence that is longer than the head is wide', args: [500, 3] },
    { label: '100,000 tokens', args: [100_000, 64] },
  ],
  misconceptions,
  hints: [
    'Count one score first: how many multiply-adds does the dot product of two vectors of width d take? How many scores are there?',
    'There are n² scores, and each takes d multiply-adds. Then each of the n outputs is a sum of n values of width d: how many multiply-adds is that?',
    'Both products take `n * n * d`: return `{ multiplyAdds: 2 * n * n * d, scoreEntries: n * n }`.',
  ],
  passHeadline: 'Passed. Twice as many tokens take four times the work and four times the scores.',
})
