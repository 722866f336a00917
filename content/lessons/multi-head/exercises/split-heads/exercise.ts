import { splitHeads } from '#lib/attention/heads.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { transposed } from '../../../cross-attention/parametrized-attention.ts'
import { reversed, split, splitInMemory, splitStrided } from '../../heads.ts'

type Args = readonly [X: Matrix, numHeads: number]
const getWidth = (X: Matrix): number => X[0]?.length ?? 0

export default defineFunction<Args, number[][][]>({
  name: 'splitHeads',
  signature: 'splitHeads(X: number[][], numHeads: number): number[][][]',
  params: { X: ['n', 'd'], numHeads: { fixed: true } },
  reference: (X, numHeads) => splitHeads(X, numHeads),
  examples: [
    {
      label: 'two tokens, two heads of width 2',
      args: [
        [
          [1, 2, 3, 4],
          [5, 6, 7, 8],
        ],
        2,
      ],
    },
    { label: 'one token, three heads of width 1', args: [[[7, 8, 9]], 3] },
  ],
  random: {
    count: 14,
    make(random) {
      const numHeads = random.int(2, 4)
      return [random.matrix(random.int(1, 4), numHeads * random.int(1, 3)), numHeads]
    },
  },
  edgeCases: [
    { label: 'one head', make: (r) => [r.matrix(3, 4), 1] },
    { label: 'as many heads as columns', make: (r) => [r.matrix(3, 4), 4] },
    { label: 'one number', args: [[[5]], 1] },
    { label: 'as many tokens as heads', make: (r) => [r.matrix(2, 6), 2] },
    { label: 'more heads than their width', make: (r) => [r.matrix(3, 8), 4] },
    { label: 'fewer heads than their width', make: (r) => [r.matrix(4, 8), 2] },
    { label: 'six tokens, three heads', make: (r) => [r.matrix(6, 6), 3] },
  ],
  misconceptions: [
    {
      id: 'strided-split',
      headline: 'A head is a slice, not every h-th column',
      feedback:
        'You assign columns to heads round-robin. Head h owns a slice of neighboring columns, from h·w to (h + 1)·w − 1, where w is the number of columns divided by `numHeads`.',
      implementation: (X, h) => splitStrided(X, h),
    },
    {
      id: 'split-rows',
      headline: 'The rows were split, not the columns',
      feedback:
        'Each of your heads gets some of the tokens, with all columns. Every head holds all tokens and a slice of the columns: cut each row.',
      implementation: (X, h) =>
        Array.from({ length: h }, (_, i) =>
          X.slice(Math.trunc((i * X.length) / h), Math.trunc(((i + 1) * X.length) / h)),
        ),
      variants: [
        (X, h) =>
          Array.from({ length: h }, (_, i) =>
            X.slice(i * Math.floor(X.length / h), (i + 1) * Math.floor(X.length / h)),
          ),
        (X, h) =>
          Array.from({ length: h }, (_, i) => X.slice(i * Math.ceil(X.length / h), (i + 1) * Math.ceil(X.length / h))),
        (X, h) => Array.from({ length: h }, (_, i) => X.filter((_row, t) => t % h === i)),
      ],
    },
    {
      id: 'view-no-transpose',
      headline: 'Reshaped without the transpose',
      feedback:
        'You read the n × d numbers straight as heads × n × width. That cuts across the rows, so a head holds pieces of several tokens. Cut each row into slices, and collect slice h of every row.',
      implementation: (X, h) => splitInMemory(X, h),
    },
    {
      id: 'tokens-first',
      headline: 'The heads belong on the outermost axis',
      feedback:
        'Your result is tokens × heads × width: each row was cut, and the slices stayed with their token. The result should be heads × tokens × width, so that `heads[h]` is the matrix that head h works on.',
      implementation: (X, h) => tokensFirst(X, h),
    },
    {
      id: 'head-transposed',
      headline: 'Each head is transposed',
      feedback: 'Each of your heads is width × tokens. A head is a matrix like `X`: one row per token, w columns.',
      implementation: (X, h) => split(X, h).map(transposed),
    },
    {
      id: 'heads-as-width',
      headline: 'numHeads counts heads, not columns',
      feedback:
        'You cut slices of `numHeads` columns. There are `numHeads` slices, each as wide as the columns divided by `numHeads`.',
      implementation: (X, h) =>
        Array.from({ length: Math.ceil(getWidth(X) / h) }, (_, i) => X.map((row) => row.slice(i * h, (i + 1) * h))),
    },
    {
      id: 'first-slice',
      headline: 'Every head has the first slice',
      feedback:
        'All your heads hold the same columns. Head h owns the columns from h·w: the offset is missing from your slice.',
      implementation: (X, h) => Array.from({ length: h }, () => split(X, h)[0] ?? []),
    },
    {
      id: 'reversed',
      headline: 'The heads are in reverse order',
      feedback: 'Your head 0 holds the last columns. The heads go in order: head 0 owns the first w columns.',
      implementation: (X, h) => reversed(split(X, h)),
    },
    {
      id: 'overlapping',
      headline: 'The slices overlap',
      feedback:
        'Your slices start at h instead of h·w, so neighboring heads share columns. Each column belongs to one head: head h starts at h·w.',
      implementation: (X, h) => {
        const w = getWidth(X) / h
        return Array.from({ length: h }, (_, i) => X.map((row) => row.slice(i, i + w)))
      },
    },
    {
      id: 'last-column-missing',
      headline: 'The last column of each head is missing',
      feedback:
        'Your slices end one column too soon. `slice` does not include its second index: pass (h + 1)·w, not (h + 1)·w − 1.',
      implementation: (X, h) => split(X, h).map((head) => head.map((row) => row.slice(0, -1))),
    },
    {
      id: 'one-column-more',
      headline: 'One column too many in each head',
      feedback:
        'Your slices go on to column (h + 1)·w, which belongs to the next head. The second number of `slice` is not included, so it is (h + 1)·w; in a loop, the condition is `c < w`.',
      implementation: (X, h) => {
        const w = getWidth(X) / h
        return Array.from({ length: h }, (_, i) => X.map((row) => row.slice(i * w, (i + 1) * w + 1)))
      },
    },
    {
      id: 'whole-copies',
      headline: 'Every head has all columns',
      feedback: 'Each of your heads is a copy of `X`. Head h gets only columns h·w to (h + 1)·w − 1.',
      implementation: (X, h) => Array.from({ length: h }, () => X.map((row) => [...row])),
    },
  ],
  isValidInput: (X, numHeads) => getWidth(X) % numHeads === 0,
  hints: [
    'Take one row of 4 numbers and 2 heads. Which two numbers go to head 0, which to head 1?',
    'The width of a head is `X[0].length / numHeads`. Head h is `X` with every row cut to the columns from h·w up to, not including, (h + 1)·w.',
    '`Array.from({ length: numHeads }, (_, h) => X.map((row) => row.slice(h * w, (h + 1) * w)))`',
  ],
  passHeadline: 'Passed. Each head has its own columns and all tokens.',
})

function tokensFirst(X: Matrix, h: number): number[][][] {
  const w = getWidth(X) / h
  return X.map((row) => Array.from({ length: h }, (_, i) => row.slice(i * w, (i + 1) * w)))
}
