import { onlineSoftmax } from '#lib/attention/online-softmax.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { LOOSE_TOLERANCE } from '#lib/grading/exercise.ts'
import { SingleUseIterable } from '#lib/grading/script.ts'
import { misconceptions, type Stream } from './misconceptions.ts'

/** A stream is no plain value, but stands where one would. */
const stream = (values: readonly number[]): Stream => [new SingleUseIterable(values) as unknown as readonly number[]]

export default defineFunction<Stream, { max: number; sum: number }>({
  name: 'onlineSoftmax',
  signature: 'onlineSoftmax(xs: Iterable<number>): { max: number; sum: number }',
  params: { xs: ['nK'] },
  reference(xs) {
    const { max, sum } = onlineSoftmax(xs)
    return { max, sum }
  },
  examples: [
    { label: 'three items that rise', args: stream([1, 2, 3]) },
    { label: 'three items that fall', args: stream([3, 2, 1]) },
    { label: 'two equal items', args: stream([2, 2]) },
  ],
  random: { count: 26, make: (r) => stream(r.vector(r.int(1, 8), r.pick([1, 2, 3]))) },
  edgeCases: [
    { label: 'one item', args: stream([5]) },
    { label: 'one negative item', args: stream([-4]) },
    { label: 'a late spike of 900', args: stream([0, 1, 2, 900]) },
    { label: 'an early spike of 900', args: stream([900, 2, 1, 0]) },
    { label: 'items near 1,000', args: stream([998, 999, 1000]) },
    { label: 'items near −1,000', args: stream([-1000, -999, -998.5]) },
    { label: 'items near −20,000', args: stream([-20_000, -20_000.5, -20_001]), tolerance: LOOSE_TOLERANCE },
    { label: 'items at ±10,000', args: stream([10_000, -10_000, 9999]), tolerance: LOOSE_TOLERANCE },
    { label: 'items that are all 0', args: stream([0, 0, 0, 0]) },
    { label: 'a maximum that comes twice', args: stream([3, 1, 3]) },
    { label: 'items that rise and fall', args: stream([1, 4, 2, 6, 3, 5]) },
    { label: 'two hundred items', make: (r) => stream(r.vector(200)) },
  ],
  misconceptions,
  memory: {
    sizes: [100, 4000],
    args: (n, random) => stream(random.vector(n)),
    // at 4,000 items, at most 1.5 times what is alive at 100
    maxExponent: Math.log(1.5) / Math.log(40),
    maxBytes: () => 12_288,
    minCounted: 16,
    subject: 'your function',
    size: 'length',
    target: 'The state is two numbers, however long the stream.',
  },
  hints: [
    'Suppose you know the maximum and the sum for the items so far, and a larger item follows. By which factor does every term of the sum shrink?',
    'All of them shrink by exp(oldMax − newMax). So one multiplication corrects the sum, and no item has to be stored.',
    'For each x: `const newMax = Math.max(max, x)`, then `sum = sum * Math.exp(max - newMax) + Math.exp(x - newMax)` and `max = newMax`. Start with `-Infinity` and 0.',
  ],
  passHeadline: 'Passed. One pass gives both the maximum and the normalizer.',
})
