import type { Random } from '#lib/grading/random.ts'
import type { Padded } from './misconceptions.ts'

interface EdgeCase {
  readonly label: string
  readonly make: (random: Random) => Padded
  /** Scores beyond 1e3, or garbage of a million. */
  readonly coarse?: true
}
const mask = (bits: string): boolean[] => [...bits].map((b) => b === '1')

/** Inputs on which near-misses of `paddedAttention` come apart from right answers. 1 is a real token, 0 padding. */
export const edgeCases: readonly EdgeCase[] = [
  { label: 'padding on the left', make: (r) => ordinary(r, '00111') },
  { label: 'padding on the right', make: (r) => ordinary(r, '11100') },
  { label: 'a hole in the middle', make: (r) => ordinary(r, '11011') },
  { label: 'one real token of five', make: (r) => ordinary(r, '00010') },
  { label: 'no padding at all', make: (r) => ordinary(r, '1111') },
  { label: 'no real token', make: (r) => ordinary(r, '000') },
  { label: 'one key, and it is padding', make: (r) => ordinary(r, '0', 2) },
  { label: 'one key, and it is real', make: (r) => ordinary(r, '1', 1) },
  { label: 'more queries than keys', make: (r) => ordinary(r, '101', 5) },
  { label: 'fewer queries than keys', make: (r) => ordinary(r, '011010', 2) },
  { label: 'width 3, whose root is not a whole number', make: (r) => wide(r, 3, 2) },
  { label: 'values wider than keys', make: (r) => wide(r, 2, 6) },
  { label: 'queries of zeros', make: (r) => [[[0], [0]], r.matrix(4, 1), r.matrix(4, 2), mask('0110')] },
  { label: 'real scores at −300', make: (r) => atLevel(r, -300) },
  { label: 'real scores at −20,000', make: (r) => atLevel(r, -20_000), coarse: true },
  { label: 'real scores at −100,000', make: (r) => atLevel(r, -100_000), coarse: true },
  { label: 'real scores at +10,000', make: (r) => atLevel(r, 10_000), coarse: true },
  { label: 'a padding score of 300', make: (r) => high(r, 300) },
  { label: 'a padding score of 20,000', make: (r) => high(r, 20_000), coarse: true },
  { label: 'garbage of a million in the padding', make: garbage, coarse: true },
  { label: 'no real token, garbage of a million', make: (r) => hidden(garbage(r)), coarse: true },
]

function ordinary(r: Random, bits: string, nQ = bits.length): Padded {
  return [r.matrix(nQ, 2, 1.5), r.matrix(bits.length, 2, 1.5), r.matrix(bits.length, 2), mask(bits)]
}

const wide = (r: Random, d: number, v: number): Padded => [
  r.matrix(4, d, 2),
  r.matrix(4, d, 2),
  r.matrix(4, v),
  mask('0111'),
]

/** Real scores near one level, a half apart: width 4, exact in single precision too. Padding scores lie at 0. */
function atLevel(r: Random, level: number): Padded {
  const real = mask('11010')
  const K = real.map((isReal) => (isReal ? [level / 2 + r.int(0, 2), level / 2, level / 2, level / 2] : [0, 0, 0, 0]))
  return [Array.from({ length: 3 }, () => [1, 1, 1, 1]), K, r.matrix(5, 2), real]
}

/** Ordinary scores, and one padding key that every query scores far above the rest. */
function high(r: Random, height: number): Padded {
  const real = mask('1011')
  return [[[1], [1]], real.map((isReal) => [isReal ? r.int(-1, 2) : height]), r.matrix(4, 2), real]
}

function garbage(r: Random): Padded {
  const real = mask('010110')
  const row = (isReal: boolean) => (isReal ? r.vector(2) : [1e6, -1e6])
  return [r.matrix(4, 2), real.map(row), real.map(row), real]
}

const hidden = ([Q, K, V, real]: Padded): Padded => [Q, K, V, real.map(() => false)]
