import { ablateHeads } from '#lib/attention/ablate-heads.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { type AblateArgs, misconceptions } from './misconceptions.ts'

export default defineFunction<AblateArgs, number[][]>({
  name: 'ablateHeads',
  signature: 'ablateHeads(heads: number[][][], keep: boolean[]): number[][]',
  params: { heads: ['h', 'n', 'd'], keep: ['h'] },
  reference: (heads, keep) => ablateHeads(heads, keep),
  examples: [
    {
      label: 'two heads, the second off',
      args: [
        [
          [
            [1, 2],
            [5, 6],
          ],
          [
            [3, 4],
            [7, 8],
          ],
        ],
        [true, false],
      ],
    },
    {
      label: 'three heads of width 1, the second off',
      args: [
        [[[7]], [[8]], [[9]]],
        [true, false, true],
      ],
    },
  ],
  random: {
    count: 14,
    make(random) {
      const h = random.int(2, 4)
      const off = random.int(0, h - 1)
      return [
        random.heads(h, random.int(1, 4), random.int(1, 3)),
        Array.from({ length: h }, (_, i) => i !== off && random.chance(0.7)),
      ]
    },
  },
  edgeCases: [
    { label: 'every head off', make: (random) => [random.heads(3, 2, 2), [false, false, false]] },
    { label: 'every head on', make: (random) => [random.heads(3, 2, 2), [true, true, true]] },
    { label: 'the first head off', make: (random) => [random.heads(3, 2, 2), [false, true, true]] },
    { label: 'the last head off', make: (random) => [random.heads(3, 2, 2), [true, true, false]] },
    { label: 'one head, on', make: (random) => [random.heads(1, 3, 2), [true]] },
    { label: 'one head, off', make: (random) => [random.heads(1, 3, 2), [false]] },
    { label: 'as many tokens as heads', make: (random) => [random.heads(3, 3, 3), [true, false, true]] },
    { label: 'more tokens than heads', make: (random) => [random.heads(2, 5, 3), [false, true]] },
    { label: 'heads of width 1', make: (random) => [random.heads(4, 2, 1), [true, false, false, true]] },
    { label: 'one token', make: (random) => [random.heads(4, 1, 3), [false, true, true, false]] },
  ],
  misconceptions,
  hints: [
    'The output projection has one block of rows per head. If a head is switched off, which columns of the merged row should its block meet?',
    'Merge as usual: row i is row i of head 0, then row i of head 1, and so on. For a head that is off, put as many zeros in its place as the head is wide.',
    'Build row i with `heads.flatMap((head, h) => keep[h] ? head[i] : head[i].map(() => 0))`, for each i of `heads[0]`.',
  ],
  passHeadline: 'Passed. The other heads stay where the output projection expects them.',
})
