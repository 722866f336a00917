import { mergeHeads } from '#lib/attention/heads.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { averaged, type Heads, merge, mergeInMemory, mergeStrided, reversed, summed } from '../../heads.ts'

export default defineFunction<readonly [heads: Heads], number[][]>({
  name: 'mergeHeads',
  signature: 'mergeHeads(heads: number[][][]): number[][]',
  params: { heads: ['h', 'n', 'd'] },
  reference: (heads) => mergeHeads(heads),
  examples: [
    {
      label: 'two heads, two tokens, width 2',
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
      ],
    },
    { label: 'three heads of width 1, one token', args: [[[[7]], [[8]], [[9]]]] },
  ],
  random: { count: 14, make: (r) => [r.heads(r.int(2, 4), r.int(1, 4), r.int(1, 3))] },
  edgeCases: [
    { label: 'one head', make: (r) => [r.heads(1, 3, 4)] },
    { label: 'heads of width 1', make: (r) => [r.heads(4, 3, 1)] },
    { label: 'one number', args: [[[[5]]]] },
    { label: 'as many tokens as heads', make: (r) => [r.heads(3, 3, 2)] },
    { label: 'as many heads as their width', make: (r) => [r.heads(3, 2, 3)] },
    { label: 'two of each', make: (r) => [r.heads(2, 2, 2)] },
    { label: 'two equal heads', make: (r) => twice(r.matrix(3, 2)) },
    { label: 'heads of zeros', args: [[[[0, 0]], [[0, 0]]]] },
  ],
  misconceptions: [
    {
      id: 'strided-merge',
      headline: 'The heads are interleaved',
      feedback:
        'You take columns from the heads in turn: the first of head 0, the first of head 1, and so on. Whole heads belong side by side: all columns of head 0, then all of head 1.',
      implementation: (heads) => mergeStrided(heads),
    },
    {
      id: 'merge-no-transpose',
      headline: 'Merged without the transpose',
      feedback:
        'You read the heads × n × width numbers straight as n × d, so a row holds several tokens of one head. A row holds one token of all heads.',
      implementation: (heads) => mergeInMemory(heads),
    },
    {
      id: 'stacked-heads',
      headline: 'The heads are stacked, not side by side',
      feedback:
        'Your result has the heads one below the other: one row per head and token. Return one row per token, with the slices of all heads side by side.',
      implementation: (heads) => heads.flat().map((row) => [...row]),
    },
    {
      id: 'reversed-merge',
      headline: 'The heads are merged in the wrong order',
      feedback: 'You put the heads together from the last to the first. Head 0 owns the first columns.',
      implementation: (heads) => merge(reversed(heads)),
      variants: [(heads) => merge(heads).map((row) => reversed(row))],
    },
    {
      id: 'mean-heads',
      headline: 'The heads are averaged',
      feedback:
        'You average the heads. That loses what each head found, and leaves the width of one head. Put the heads side by side, back to the full width.',
      implementation: (heads) => averaged(heads),
      variants: [(heads) => merge(heads.map(() => averaged(heads)))],
    },
    {
      id: 'sum-heads',
      headline: 'The heads are added',
      feedback:
        'You add the heads up. That leaves the width of one head. Put them side by side, back to the full width.',
      implementation: (heads) => summed(heads),
    },
    {
      id: 'one-head-only',
      headline: 'Only one head is in the result',
      feedback:
        'Your result is a single head; perhaps the others were overwritten. A row holds the slices of all heads, one after the other.',
      implementation: (heads) => (heads[0] ?? []).map((row) => [...row]),
      variants: [
        (heads) => (heads.at(-1) ?? []).map((row) => [...row]),
        (heads) => merge(heads.map(() => heads[0] ?? [])),
        (heads) => merge(heads.map(() => heads.at(-1) ?? [])),
      ],
    },
    {
      id: 'head-left-out',
      headline: 'A head is left out',
      feedback:
        'One head is missing from your rows: the loop starts at 1, or ends before the last. Every head owns some columns. Start at 0 and go on while `h < heads.length`.',
      implementation: (heads) => merge(heads.length > 1 ? heads.slice(0, -1) : [(heads[0] ?? []).map(() => [])]),
      variants: [(heads) => merge(heads.length > 1 ? heads.slice(1) : [(heads[0] ?? []).map(() => [])])],
    },
    {
      id: 'first-token-only',
      headline: 'Every row is the first token',
      feedback: 'Each of your rows holds token 0 of the heads. Row i takes row i of every head.',
      implementation: (heads) => (heads[0] ?? []).map(() => heads.flatMap((head) => head[0] ?? [])),
    },
    {
      id: 'one-long-row',
      headline: 'Everything is in one row',
      feedback:
        'You put all numbers into one list. There is one row per token: row i holds row i of every head, side by side.',
      implementation: (heads) => heads.flat(2) as unknown as number[][],
      variants: [(heads) => [heads.flat(2)], (heads) => merge(heads).flat() as unknown as number[][]],
    },
    {
      id: 'tokens-apart',
      headline: 'The slices are still apart',
      feedback:
        'Your result is tokens × heads × width: each row is a list of slices. Join them: row i is one list of numbers.',
      implementation: (heads) =>
        (heads[0] ?? []).map((_, t) => heads.map((head) => [...(head[t] ?? [])])) as unknown as number[][],
    },
  ],
  hints: [
    'Row 0 of the result belongs to token 0. Which rows of which heads does it hold, and in which order?',
    'Row i is row i of head 0, then row i of head 1, and so on, as one list.',
    '`heads[0].map((_, i) => heads.flatMap((head) => head[i]))`',
  ],
  passHeadline: 'Passed. Every token has its heads side by side.',
})

const twice = (M: readonly (readonly number[])[]): readonly [Heads] => [[M, M.map((row) => [...row])]]
