import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { byEntry, type RopeArgs, rotating, type Turn } from './parametrized-rope.ts'

/** An angle whose exponent of the base is another. */
const exponent = (of: (i: number, d: number) => number) =>
  rotating({ frequency: ({ i, h, base }) => base ** of(i, 2 * h) })
const changed = (turnedBy: (angle: number, turn: Turn) => number) => rotating({ turnedBy })

/** The pairs are turned, by wrong angles. */
export const wrongAngles: readonly FunctionMisconception<RopeArgs>[] = [
  {
    id: 'freq-i-over-d',
    headline: 'The 2 in the exponent is missing',
    feedback:
      'Your exponent is −i/d, with i counting pairs. There are only d/2 pairs, so the frequencies stop halfway and the slow ones are missing. Pair i turns by pos · base^(−2i/d).',
    ...exponent((i, d) => -i / d),
  },
  {
    id: 'freq-two-i-over-half',
    headline: 'The exponent is doubled',
    feedback:
      'Your exponent is −4i/d: either 2i over d/2, or i already counts entries in steps of 2 and is doubled again. The frequencies fall too fast. With i counting pairs it is −2i/d, which is −i over d/2.',
    ...exponent((i, d) => (-4 * i) / d),
  },
  {
    id: 'freq-inclusive',
    headline: 'The frequencies run to 1/base',
    feedback:
      'You spread the exponents from 0 to −1, both ends included, and divide by the number of pairs minus one (with a single pair that is 0/0). The exponent of pair i is −2i/d: the last one does not reach −1.',
    ...exponent((i, d) => -i / (d / 2 - 1)),
    variants: [exponent((i, d) => (i === 0 ? 0 : -i / (d / 2 - 1))), exponent((i, d) => (-2 * i) / (d - 1))],
  },
  {
    id: 'freq-positive',
    headline: 'The exponent has the wrong sign',
    feedback:
      'You raise the base to +2i/d, so later pairs turn faster, up to thousands of radians per position. Pair 0 is the fastest with 1 radian; each later pair turns more slowly: base^(−2i/d), or divide by base^(2i/d).',
    ...exponent((i, d) => (2 * i) / d),
    variants: [exponent((i, d) => i / d), exponent((i, d) => (4 * i) / d)],
  },
  {
    id: 'same-frequency',
    headline: 'One frequency for all pairs',
    feedback:
      'All pairs turn by the same angle. Positions a full turn apart then look alike, and no pair turns slowly enough to tell distant positions apart. Pair i turns by pos · base^(−2i/d).',
    ...rotating({ frequency: () => 1 }),
    variants: [
      rotating({ frequency: ({ base }) => 1 / base }),
      rotating({ frequency: ({ base, h }) => base ** (-1 / h) }),
      rotating({ frequency: ({ base, h }) => base ** (-1 / (2 * h)) }),
    ],
  },
  {
    id: 'freq-linear',
    headline: 'Frequencies fall linearly',
    feedback:
      'You divide by base times i (or by i + 1) instead of raising the base to a power. The frequencies form a geometric sequence: each is the previous one times base^(−2/d).',
    ...rotating({ frequency: ({ i }) => 1 / (i + 1) }),
    variants: [
      rotating({ frequency: ({ i, h, base }) => 1 / (base * (i / h)) }),
      rotating({ frequency: ({ i, h, base }) => (i === 0 ? 1 : 1 / (base * (i / h))) }),
      rotating({ frequency: ({ i, h }) => 1 - i / h }),
      rotating({ frequency: ({ i, base }) => i / base }),
    ],
  },
  {
    id: 'freq-reversed',
    headline: 'The frequencies are in reverse order',
    feedback:
      'Your last pair turns fastest and your first one slowest. Pair 0 is the fastest, with 1 radian per position; from there it slows down: base^(−2i/d).',
    ...rotating({ frequency: ({ i, h, base }) => base ** (-(h - 1 - i) / h) }),
    variants: [rotating({ frequency: ({ i, h, base }) => base ** (-(h - i) / h) })],
  },
  {
    id: 'index-one-based',
    headline: 'The first pair is pair 0',
    feedback:
      'You count pairs from 1, so every pair has the frequency of the next one. Count from 0: the first pair turns by base^0, 1 radian per position.',
    ...exponent((i, d) => (-2 * (i + 1)) / d),
    variants: [exponent((i, d) => -(2 * i + 1) / d), exponent((i, d) => -(i + 1) / d)],
  },
  {
    id: 'freq-per-entry',
    headline: 'The two entries of a pair turn by different angles',
    feedback:
      'You compute an angle for each entry, so the two entries of a pair have different ones. That is not a rotation, and the length changes. Both entries of pair i share one angle, pos · base^(−2i/d).',
    ...byEntry((entry) => entry),
    variants: [byEntry((entry) => entry / 2)],
  },
  {
    id: 'table-of-the-other-layout',
    headline: 'The angles belong to the other layout',
    feedback:
      'Your table of angles is laid out for the other kind of pairs: repeated as θ₀ θ₁ θ₀ θ₁ where pairs are neighbors, or as θ₀ θ₀ θ₁ θ₁ where they are d/2 apart. Both entries of a pair must find the same angle.',
    ...byEntry((entry, h, layout) => (layout === 'interleaved' ? entry % h : Math.floor(entry / 2))),
  },
  {
    id: 'degrees',
    headline: 'The angle is in radians',
    feedback:
      'You convert the angle as if it were in degrees. `pos · base^(−2i/d)` is already in radians, which is what `Math.cos` and `Math.sin` take. Don’t convert it.',
    ...changed((angle) => (angle * Math.PI) / 180),
    variants: [
      changed((angle) => (angle * 180) / Math.PI),
      changed((angle) => angle * 2 * Math.PI),
      changed((angle) => angle * Math.PI),
    ],
  },
  {
    id: 'one-based',
    headline: 'Position 0 must change nothing',
    feedback:
      'You shift the position by 1, so position 0 is already rotated. If every position shifts, the scores stay the same, but a cache that was filled with the other numbering no longer fits. The angle is pos times the frequency, and 0 at position 0.',
    ...rotating({ position: ({ pos }) => pos + 1 }),
    variants: [rotating({ position: ({ pos }) => pos - 1 })],
  },
  {
    id: 'base-ignored',
    headline: 'The base is ignored',
    feedback:
      'You use one base (10,000, or e with `Math.exp`) whatever base is given. Llama 3 sets it to 500,000, for longer contexts. Use the parameter `base`; 10,000 is only its default.',
    ...rotating({ frequency: ({ i, h }) => 10_000 ** (-i / h) }),
    variants: [Math.E, 1000, 500_000].map((fixed) => rotating({ frequency: ({ i, h }) => fixed ** (-i / h) })),
  },
  {
    id: 'no-default-base',
    headline: 'NaN when no base is given',
    feedback:
      'Called with two arguments, your `base` is undefined and the angles are NaN. Give the parameter its default: `base = 10000`.',
    ...rotating({ defaultBase: Number.NaN }),
    variants: [
      rotating({ defaultBase: Number.NaN, frequency: ({ i, h, base }) => Math.exp((-i / h) * Math.log(base)) }),
    ],
  },
  {
    id: 'other-default-base',
    headline: 'The default base is 10,000',
    feedback:
      'With a base given your answer is right; without one you use another number. The default is 10,000, as in the paper: `base = 10000`.',
    ...rotating({ defaultBase: 1000 }),
    variants: [500_000, 100, 100_000, 1e6, Math.E].map((defaultBase) => rotating({ defaultBase })),
  },
  {
    id: 'pos-ignored',
    headline: 'The position is missing',
    feedback:
      'You turn every vector by the frequency itself, whatever its position. The scores then do not depend on where the tokens are. The angle of pair i is pos times base^(−2i/d).',
    ...rotating({ position: () => 1 }),
  },
  {
    id: 'pos-in-the-power',
    headline: 'The position is an exponent',
    feedback:
      'You raise the frequency to the power of the position. The angle must be proportional to the position, so that only differences matter: pos times base^(−2i/d).',
    ...rotating({ position: () => 1, frequency: ({ i, h, pos, base }) => base ** ((-i / h) * pos) }),
  },
  {
    id: 'pos-divided',
    headline: 'The position is scaled',
    feedback:
      'You divide the position by the width (or multiply by it). The angle of pair i is pos times base^(−2i/d), with no other factor.',
    ...changed((angle, { h }) => angle / (2 * h)),
    variants: [
      changed((angle, { h }) => angle / h),
      changed((angle, { h }) => angle / Math.sqrt(2 * h)),
      changed((angle, { h }) => angle * 2 * h),
    ],
  },
  {
    id: 'rotated-twice',
    headline: 'Turned by twice the angle',
    feedback: 'Your code rotates each pair twice, or by twice the angle. Turn it once, by pos · base^(−2i/d).',
    ...changed((angle) => 2 * angle),
  },
  {
    id: 'half-angle',
    headline: 'Turned by half the angle',
    feedback:
      'Each pair of your result is turned by half the angle. There is no ½ in a rotation of the plane: cos and sin take the whole angle pos · base^(−2i/d).',
    ...changed((angle) => angle / 2),
  },
]
