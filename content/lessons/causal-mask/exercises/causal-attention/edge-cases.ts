import type { Random } from '#lib/grading/random.ts'
import type { QKV } from './misconceptions.ts'

interface EdgeCase {
  readonly label: string
  readonly make: (random: Random) => QKV
  /** Scores beyond 1e3, or values of a million. */
  readonly coarse?: true
}

/** Inputs on which near-misses of `causalAttention` come apart from right answers. */
export const edgeCases: readonly EdgeCase[] = [
  { label: 'one token only', make: (r) => [r.matrix(1, 3), r.matrix(1, 3), r.matrix(1, 2)] },
  { label: 'one token of width 1', make: (r) => [r.matrix(1, 1), r.matrix(1, 1), r.matrix(1, 1)] },
  {
    label: 'width 3, whose root is not a whole number',
    make: (r) => [r.matrix(5, 3, 2), r.matrix(5, 3, 2), r.matrix(5, 3)],
  },
  { label: 'values wider than keys', make: (r) => [r.matrix(4, 2), r.matrix(4, 2), r.matrix(4, 7)] },
  { label: 'vectors of zeros', make: (r) => [repeatRow(4, [0, 0]), repeatRow(4, [0, 0]), r.matrix(4, 2)] },
  { label: 'equal keys', make: (r) => [r.matrix(4, 2), repeatRow(4, r.vector(2)), r.matrix(4, 2)] },
  { label: 'twelve tokens', make: (r) => [r.matrix(12, 4), r.matrix(12, 4), r.matrix(12, 2)] },
  { label: 'scores at −300', make: (r) => atLevel(r, 5, -300) },
  { label: 'scores at −20,000', make: (r) => atLevel(r, 4, -20_000), coarse: true },
  { label: 'scores at −100,000', make: (r) => atLevel(r, 4, -100_000), coarse: true },
  { label: 'scores at +10,000', make: (r) => atLevel(r, 4, 10_000), coarse: true },
  { label: 'a late score of 300', make: (r) => lateSpike(r, 4, 300) },
  { label: 'one late spike of 30,000', make: (r) => lateSpike(r, 4, 30_000), coarse: true },
  { label: 'scores of 12,000 and −12,000 in turn', make: alternating, coarse: true },
  {
    label: 'a last value of a million',
    make: (r) => [r.matrix(4, 2), r.matrix(4, 2), [...r.matrix(3, 1), [1e6]]],
    coarse: true,
  },
]

const repeatRow = (n: number, row: readonly number[]): number[][] => Array.from({ length: n }, () => [...row])

/** All scores near one level, a half apart: width 4, exact in single precision too. */
function atLevel(random: Random, n: number, level: number): QKV {
  const K = Array.from({ length: n }, () => [level / 2 + random.int(0, 2), level / 2, level / 2, level / 2])
  return [repeatRow(n, [1, 1, 1, 1]), K, random.matrix(n, 2)]
}

/** Ordinary scores, and a last key that every query scores far above the rest. */
function lateSpike(random: Random, n: number, height: number): QKV {
  const K = Array.from({ length: n }, (_, j) => [j === n - 1 ? height : random.int(-1, 2)])
  return [repeatRow(n, [1]), K, random.matrix(n, 2)]
}

function alternating(random: Random): QKV {
  const K = Array.from({ length: 5 }, (_, j) => [j % 2 === 0 ? -12_000 : 12_000])
  return [repeatRow(5, [1]), K, random.matrix(5, 2)]
}
