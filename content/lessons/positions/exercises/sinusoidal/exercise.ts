import { sinusoidal } from '#lib/attention/sinusoidal.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { DEFAULT_TOLERANCE } from '#lib/grading/exercise.ts'
import { misconceptions, type Sizes } from './misconceptions.ts'

export default defineFunction<Sizes, number[][]>({
  name: 'sinusoidal',
  signature: 'sinusoidal(n: number, d: number): number[][]',
  params: { n: { int: 1 }, d: { int: 1 } },
  // an angle in single precision has seven digits, and grows with the position
  tolerance: { ...DEFAULT_TOLERANCE, atol: 1e-5 },
  reference: (n, d) => sinusoidal(n, d),
  examples: [
    { label: 'three positions, one pair', args: [3, 2] },
    { label: 'two positions, two pairs', args: [2, 4] },
    { label: 'one position', args: [1, 6] },
  ],
  random: { count: 10, make: (random) => [random.int(2, 12), random.int(2, 10)] },
  edgeCases: [
    { label: 'position 0 alone', args: [1, 4] },
    { label: 'an odd width', args: [4, 5] },
    { label: 'width 1: a sine alone', args: [5, 1] },
    { label: 'width 64', args: [3, 64] },
    { label: 'forty positions', args: [40, 8] },
  ],
  misconceptions,
  hints: [
    'Every row has pairs of entries: a sine and a cosine of the same angle. What is the angle of pair 0 at position 1, and why does every later pair turn more slowly?',
    'Entry c belongs to pair i = ⌊c/2⌋. Its angle is `pos / 10000 ** (2 * i / d)`. An even entry is the sine, an odd one the cosine.',
    'For each position, build a row with `Array.from({ length: d }, (_, c) => …)`: let `pair = c - (c % 2)` (that is 2i), `angle = pos / 10000 ** (pair / d)`, and return `Math.sin(angle)` or `Math.cos(angle)`.',
  ],
  passHeadline: 'Passed. Each pair turns like a clock hand, each later one more slowly.',
})
