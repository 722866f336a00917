import type { FunctionMisconception } from '#lib/grading/define-function.ts'

export type Sizes = readonly [n: number, d: number]
type Wrong = FunctionMisconception<Sizes>

/** Builds the codes from a wrong rule for one entry. */
const codes =
  (entry: (pos: number, c: number, d: number) => number) =>
  (...[n, d]: Sizes): number[][] =>
    Array.from({ length: n }, (_, pos) => Array.from({ length: d }, (_, c) => entry(pos, c, d)))

/** The sine for even entries, the cosine for odd ones. */
const wave = (c: number, angle: number): number => (c % 2 === 0 ? Math.sin(angle) : Math.cos(angle))
const pairStart = (c: number): number => c - (c % 2)
const rightAngle = (pos: number, c: number, d: number): number => pos * 10_000 ** (-pairStart(c) / d)

/** What goes wrong in `sinusoidal`. */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'angle-per-entry',
    headline: 'Sine and cosine of a pair have different angles',
    feedback:
      'Your exponent is the index of the entry divided by d, so each cosine has a slower angle than its sine. Both entries of a pair use the same angle: the exponent is 2i/d, where i is the number of the pair, `Math.floor(c / 2)`.',
    implementation: codes((pos, c, d) => wave(c, pos * 10_000 ** (-c / d))),
  },
  {
    id: 'code-exponent-without-two',
    headline: 'The 2 in the exponent is missing',
    feedback:
      'Your exponent is i/d instead of 2i/d, so the slow pairs turn too fast: pair i should turn 10000^(2i/d) times more slowly than pair 0.',
    implementation: codes((pos, c, d) => wave(c, pos * 10_000 ** (-pairStart(c) / 2 / d))),
  },
  {
    id: 'code-exponent-doubled',
    headline: 'The exponent is doubled',
    feedback:
      'Your exponent is 4i/d. The index c of an entry is already 2i or 2i + 1, so do not multiply it by 2 again: the pair is i = `Math.floor(c / 2)`.',
    implementation: codes((pos, c, d) => wave(c, pos * 10_000 ** ((-2 * pairStart(c)) / d))),
    variants: [codes((pos, c, d) => wave(c, pos * 10_000 ** ((-2 * c) / d)))],
  },
  {
    id: 'code-exponent-positive',
    headline: 'Later pairs turn faster',
    feedback:
      'You multiply the position by 10000^(2i/d). Divide by it: pair 0 turns by one radian per position, and each later pair turns more slowly.',
    implementation: codes((pos, c, d) => wave(c, pos * 10_000 ** (pairStart(c) / d))),
  },
  {
    id: 'code-one-frequency',
    headline: 'All pairs turn at the same speed',
    feedback:
      'Your angle does not depend on the pair. One frequency repeats after about 6.28 positions. Divide the position by 10000^(2i/d).',
    implementation: codes((pos, c) => wave(c, pos)),
  },
  {
    id: 'code-other-base',
    headline: 'The base is not 10,000',
    feedback:
      'Your slow pairs turn too fast or too slowly: the base of the power is another number than 10,000, such as 1,000 or e. Divide the position by `10000 ** (2 * i / d)`.',
    implementation: codes((pos, c, d) => wave(c, pos * 1000 ** (-pairStart(c) / d))),
    variants: [Math.E, 2, 10, 100, 100_000, 500_000, 1_000_000].map((base) =>
      codes((pos, c, d) => wave(c, pos * base ** (-pairStart(c) / d))),
    ),
  },
  {
    id: 'cosine-first',
    headline: 'Sine and cosine swapped',
    feedback:
      'Your even entries are cosines. Entry 2i is the sine and entry 2i + 1 the cosine, so row 0 is 0, 1, 0, 1.',
    implementation: codes((pos, c, d) => wave(c + 1, rightAngle(pos, c, d))),
  },
  {
    id: 'only-sines',
    headline: 'There are no cosines',
    feedback:
      'All of your entries are sines. With the sine alone, two angles have the same value; the cosine tells them apart. Entry 2i + 1 is the cosine of the same angle.',
    implementation: codes((pos, c, d) => Math.sin(rightAngle(pos, c, d))),
  },
  {
    id: 'halves',
    headline: 'Sines first, then cosines',
    feedback:
      'Your rows hold all sines and then all cosines. Some code does that; the paper and this exercise alternate them: entry 2i is a sine, entry 2i + 1 its cosine.',
    implementation: codes((pos, c, d) => {
      const sines = Math.ceil(d / 2)
      const i = c < sines ? c : c - sines
      const angle = pos * 10_000 ** ((-2 * i) / d)
      return c < sines ? Math.sin(angle) : Math.cos(angle)
    }),
    // with the angles of alternating entries
    variants: [
      codes((pos, c, d) => (c < d / 2 ? Math.sin : Math.cos)(rightAngle(pos, c, d))),
      codes((pos, c, d) => (c < Math.floor(d / 2) ? Math.sin : Math.cos)(rightAngle(pos, c, d))),
    ],
  },
  {
    id: 'positions-from-one',
    headline: 'Positions start at 0',
    feedback: 'Your first row belongs to position 1. Row 0 is position 0, where every sine is 0 and every cosine is 1.',
    implementation: codes((pos, c, d) => wave(c, rightAngle(pos + 1, c, d))),
  },
  {
    id: 'odd-width-cut',
    headline: 'The last column of an odd width is missing',
    feedback:
      'Your rows are one entry too short when d is odd. The last sine then has no cosine, but it is still there: fill d entries, not 2⌊d/2⌋.',
    implementation: (n, d) => codes((pos, c) => wave(c, rightAngle(pos, c, d)))(n, d - (d % 2)),
  },
  {
    id: 'odd-width-filled',
    headline: 'One column too many for an odd width',
    feedback:
      'Your rows are one entry too long when d is odd, because you always add a sine and a cosine. The last sine then has no cosine: add it only if `2 * i + 1 < d`.',
    implementation: (n, d) => codes((pos, c) => wave(c, rightAngle(pos, c, d)))(n, d + (d % 2)),
  },
  {
    id: 'transposed-codes',
    headline: 'Rows and columns swapped',
    feedback: 'You return one row per entry. Return one row per position, with d entries each.',
    implementation: (n, d) =>
      Array.from({ length: d }, (_, c) => Array.from({ length: n }, (_, pos) => wave(c, rightAngle(pos, c, d)))),
  },
]
