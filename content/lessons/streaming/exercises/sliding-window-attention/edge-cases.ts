import { type LabeledGenerator, LOOSE_TOLERANCE } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import type { Sliding } from './attending.ts'

/** Inputs on which near-misses of a window with sinks come apart from right answers. */
export const edgeCases: readonly LabeledGenerator<Sliding>[] = [
  { label: 'one token only', make: (r) => ordinary(r, 1, 2, 1) },
  { label: 'a window of one, no sinks', make: (r) => ordinary(r, 4, 1, 0) },
  { label: 'a window of one, one sink', make: (r) => ordinary(r, 4, 1, 1) },
  { label: 'a window larger than the text', make: (r) => ordinary(r, 4, 10, 1) },
  { label: 'more sinks than tokens', make: (r) => ordinary(r, 5, 2, 9) },
  { label: 'no sinks', make: (r) => ordinary(r, 7, 3, 0) },
  { label: 'sinks that lie in the window', make: (r) => ordinary(r, 5, 4, 3) },
  { label: 'more sinks than the window is wide', make: (r) => ordinary(r, 8, 2, 4) },
  { label: 'twelve tokens, a window of four, two sinks', make: (r) => ordinary(r, 12, 4, 2) },
  { label: 'fourteen tokens, a window of three, one sink', make: (r) => ordinary(r, 14, 3, 1) },
  {
    label: 'width 3, whose root is not a whole number',
    make: (r) => [r.matrix(6, 3, 2), r.matrix(6, 3, 2), r.matrix(6, 2), 3, 1],
  },
  { label: 'values wider than keys', make: (r) => [r.matrix(5, 2), r.matrix(5, 2), r.matrix(5, 6), 2, 1] },
  { label: 'vectors of zeros', make: (r) => [zeros(6, 2), zeros(6, 2), r.matrix(6, 2), 2, 1] },
  { label: 'scores at −300', make: (r) => scored(r, [-300, -301, -300.5, -302, -301.5, -300], 2, 1) },
  {
    label: 'scores near −1,500',
    make: (r) => scored(r, [-1500, -1501, -1500.5, -1502, -1501, -1500], 2, 1),
    tolerance: LOOSE_TOLERANCE,
  },
  {
    label: 'scores at −20,000',
    make: (r) => scored(r, [-20_000, -20_001, -20_000.5, -20_002, -20_001], 2, 1),
    tolerance: LOOSE_TOLERANCE,
  },
  {
    label: 'scores at +10,000',
    make: (r) => scored(r, [10_000, 10_001, 10_000.5, 10_002, 10_001], 2, 1),
    tolerance: LOOSE_TOLERANCE,
  },
  { label: 'a late spike of 900', make: (r) => scored(r, [0, 1, 2, 1, 0, 900], 2, 1) },
  { label: 'a spike of 900 that leaves the window', make: (r) => scored(r, [0, 900, 1, 2, 0, 1], 2, 1) },
  { label: 'a spike of 900 in a sink', make: (r) => scored(r, [900, 0, 1, 2, 0, 1], 2, 1) },
  {
    label: 'a value of a million that leaves the window',
    make: (r) => [r.matrix(6, 2), r.matrix(6, 2), [[1], [1e6], [2], [3], [1], [2]], 2, 1],
    tolerance: LOOSE_TOLERANCE,
  },
]

function ordinary(random: Random, n: number, window: number, sinks: number): Sliding {
  return [random.matrix(n, 2, 1.5), random.matrix(n, 2, 1.5), random.matrix(n, 2), window, sinks]
}
function zeros(n: number, d: number): number[][] {
  return Array.from({ length: n }, () => new Array<number>(d).fill(0))
}
/** Keys that every query scores so: width 4, exact in single precision too. */
function scored(random: Random, scores: readonly number[], window: number, sinks: number): Sliding {
  const Q = scores.map(() => [1, 1, 1, 1])
  return [Q, scores.map((s) => [s / 2, s / 2, s / 2, s / 2]), random.matrix(scores.length, 2), window, sinks]
}
