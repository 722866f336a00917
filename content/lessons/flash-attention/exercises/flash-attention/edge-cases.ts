import { type LabeledGenerator, LOOSE_TOLERANCE } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import type { Flash } from './tiled.ts'

/** Inputs on which near-misses of tiled attention come apart from right answers. */
export const edgeCases: readonly LabeledGenerator<Flash>[] = [
  { label: 'one query, one key', make: (r) => [r.matrix(1, 3), r.matrix(1, 3), r.matrix(1, 2), 2] },
  { label: 'a block larger than all keys', make: (r) => [r.matrix(2, 2), r.matrix(3, 2), r.matrix(3, 2), 8] },
  { label: 'one block of all keys', make: (r) => [r.matrix(3, 2), r.matrix(4, 2), r.matrix(4, 2), 4] },
  { label: 'blocks of one key', make: (r) => [r.matrix(2, 2, 2), r.matrix(5, 2, 2), r.matrix(5, 2), 1] },
  { label: 'a last block of one key', make: (r) => [r.matrix(2, 3), r.matrix(7, 3), r.matrix(7, 2), 3] },
  { label: 'blocks that divide the keys', make: (r) => [r.matrix(3, 2), r.matrix(6, 2), r.matrix(6, 3), 2] },
  {
    label: 'width 3, whose root is not a whole number',
    make: (r) => [r.matrix(4, 3, 2), r.matrix(5, 3, 2), r.matrix(5, 3), 2],
  },
  { label: 'values wider than keys', make: (r) => [r.matrix(3, 2), r.matrix(5, 2), r.matrix(5, 6), 2] },
  { label: 'more queries than keys', make: (r) => [r.matrix(7, 2), r.matrix(3, 2), r.matrix(3, 2), 2] },
  { label: 'vectors of zeros', make: (r) => [repeatRow(3, [0, 0]), repeatRow(5, [0, 0]), r.matrix(5, 2), 2] },
  { label: 'scores that rise from block to block', make: (r) => scored(r, [0, 1, 3, 4, 6, 7], 2) },
  { label: 'scores that fall from block to block', make: (r) => scored(r, [7, 6, 4, 3, 1, 0], 2) },
  { label: 'scores that rise and fall', make: (r) => scored(r, [1, 2, 6, 5, 3, 4, 7], 2) },
  { label: 'a late spike of 900', make: (r) => scored(r, [0, 1, 2, 1, 900], 2) },
  { label: 'an early spike of 900', make: (r) => scored(r, [900, 1, 0, 2, 1], 2) },
  { label: 'a late spike of 30,000', make: (r) => scored(r, [0, 1, 2, 1, 30_000, 3], 2), tolerance: LOOSE_TOLERANCE },
  { label: 'all scores at −300', make: (r) => scored(r, [-300, -301, -300.5, -302, -301], 2) },
  {
    label: 'all scores near −1,500',
    make: (r) => scored(r, [-1500, -1501, -1500.5, -1502], 2),
    tolerance: LOOSE_TOLERANCE,
  },
  {
    label: 'all scores at −20,000',
    make: (r) => scored(r, [-20_000, -20_001, -20_000.5, -20_002], 3),
    tolerance: LOOSE_TOLERANCE,
  },
  {
    label: 'all scores at +10,000',
    make: (r) => scored(r, [10_000, 10_001, 10_000.5, 10_002], 3),
    tolerance: LOOSE_TOLERANCE,
  },
  {
    label: 'scores of 10,000 and −10,000 in turn',
    make: (r) => scored(r, [-1e4, 1e4, -1e4, 1e4, -1e4], 1),
    tolerance: LOOSE_TOLERANCE,
  },
  { label: 'a query that scores high, one that scores low', make: highAndLow },
  {
    label: 'a last value of a million',
    make: (r) => [r.matrix(2, 2), r.matrix(5, 2), [...r.matrix(4, 1), [1e6]], 2],
    tolerance: LOOSE_TOLERANCE,
  },
  { label: 'forty keys', make: (r) => [r.matrix(2, 2), r.matrix(40, 2), r.matrix(40, 2), 16] },
]

const repeatRow = (n: number, row: readonly number[]): number[][] => Array.from({ length: n }, () => [...row])

/** Two queries that give these scores: width 4, exact in single precision too. */
function scored(random: Random, scores: readonly number[], blockSize: number): Flash {
  const K = scores.map((s) => [s / 2, s / 2, s / 2, s / 2])
  return [repeatRow(2, [1, 1, 1, 1]), K, random.matrix(scores.length, 2), blockSize]
}

/** The same keys score near 1,000 for one query and near −1,000 for the next. */
function highAndLow(random: Random): Flash {
  const K = [1000, 1001, 1000.5, 1002, 999].map((s) => [s])
  return [[[1], [-1], [0.5]], K, random.matrix(5, 2), 2]
}
