import { as, clip, inEveryKeeping, type Quantised, quantizing, type Wrong, wrap } from './quantising.ts'

/** How entries become whole numbers, and back. */
export const wrongNumbers: readonly Wrong[] = [
  {
    id: 'floor',
    headline: 'Rounded down, not to the nearest',
    feedback:
      'You use `Math.floor`. Every entry moves down, by up to a whole step and always in the same direction, so the errors add up in a dot product. Round to the nearest: at most half a step, either way.',
    ...as({ round: Math.floor }),
    variants: inEveryKeeping({ round: Math.floor }),
  },
  {
    id: 'ceil',
    headline: 'Rounded up, not to the nearest',
    feedback:
      'You use `Math.ceil`. Every entry moves up, by up to a whole step. Round to the nearest: at most half a step, either way.',
    ...as({ round: Math.ceil }),
    variants: inEveryKeeping({ round: Math.ceil }),
  },
  {
    id: 'trunc',
    headline: 'The fraction is cut off',
    feedback:
      'You cut off the fraction (`Math.trunc`, `| 0`, or by writing into an Int8Array). Magnitudes only shrink, by up to a whole step. Round to the nearest first.',
    ...as({ round: Math.trunc }),
    variants: inEveryKeeping({ round: Math.trunc }),
  },
  {
    id: 'round-away',
    headline: 'Rounded away from zero',
    feedback:
      'Every magnitude is rounded up, or half a step is added to negative entries as well. Round to the nearest integer on both sides of zero: `Math.round(x / scale)`.',
    ...as({ round: (v) => Math.sign(v) * Math.ceil(Math.abs(v)) }),
    variants: [as({ round: (v) => Math.trunc(v + 0.5) }), as({ round: (v) => Math.floor(v) + 1 })],
  },
  {
    id: 'no-round',
    headline: 'q is not rounded at all',
    feedback:
      'Your q still has fractions. The round trip looks perfect then, and nothing is saved: eight bits hold only integers. Use `Math.round(x / scale)`.',
    ...as({ round: (v) => v }),
    variants: inEveryKeeping({ round: (v) => v }).slice(0, 2),
  },
  {
    id: 'wraparound',
    headline: 'Numbers wrap around',
    feedback:
      'Some of your integers are beyond ±127, and an Int8Array keeps only their low eight bits: 150 becomes −106. Choose the scale so that all of them fit, max|x| / 127, or clip before you store them.',
    ...as({ steps: 150, keep: wrap }),
    variants: [100, 128, 129, 130, 140, 160, 180, 200, 254].map((steps) => as({ steps, keep: wrap })),
  },
  {
    id: 'unsigned',
    headline: 'Unsigned numbers',
    feedback:
      'Your q begins at 0 and ends at 255 (or 254). Symmetric int8 is signed: zero is 0, and the entries go from −127 to 127.',
    ...as({ keep: (q) => clip(q) + 128 }),
    variants: [
      as({ keep: (q) => clip(q) + 127 }),
      as({ keep: (q) => Uint8Array.of(q)[0] ?? 0 }),
      as({ keep: (q) => Math.max(0, Math.min(255, q)) }),
      as({ keep: (q) => Math.max(0, clip(q)) }),
      as({ steps: 255, keep: (q) => Math.max(0, Math.min(255, q)) }),
    ],
  },
  {
    id: 'sign-lost',
    headline: 'The sign is lost',
    feedback:
      'You quantize |x|, so negative entries come back positive. Use the absolute value only for the scale; q keeps the sign of x.',
    ...as({ keep: (q) => Math.abs(clip(q)) }),
    variants: [as({ back: ({ q, scale }) => q.map((v) => Math.abs(v) * scale) }), as({ keep: (q) => -clip(q) })],
  },
  {
    id: 'zero-nan',
    headline: 'A vector of zeros gives NaN',
    feedback:
      'For a vector of zeros the scale is 0, and 0 / 0 is NaN. Give that vector a q of zeros and a scale of 0, or any other finite one that is not negative.',
    ...as({ zeros: (x) => ({ q: x.map(() => Number.NaN), scale: 0 }) }),
    variants: [
      ...[Number.NaN, Number.POSITIVE_INFINITY, -1].map((scale) =>
        as({ zeros: (x) => ({ q: x.map(() => 0), scale }) }),
      ),
      as({ zeros: (x) => ({ q: x.map(() => Number.NaN), scale: Number.NaN }) }),
    ],
  },
  {
    id: 'returns-values',
    headline: 'q holds values, not integers',
    feedback:
      'You multiply q by the scale before you return it. Store the integers and the scale; `dequantize` multiplies them.',
    implementation: (x) => {
      const { q, scale } = quantizing({})(x)
      return { q: q.map((v) => v * scale), scale }
    },
  },
  {
    id: 'rounded-back',
    headline: 'The way back is wrong',
    feedback: '`dequantize` is `q[i] * scale`, nothing more: no division, no rounding, no second factor of 127.',
    ...as({ back: ({ q, scale }) => q.map((v) => Math.round(v * scale)) }),
    variants: [
      ({ q, scale }: Quantised) => q.map((v) => (v * scale) / 127),
      ({ q, scale }: Quantised) => q.map((v) => v * scale * 127),
      ({ q, scale }: Quantised) => q.map((v) => v + scale),
      ({ q, scale }: Quantised) => q.map((v) => (v - 128) * scale),
      ({ q, scale }: Quantised) => q.map((v) => (v + 128) * scale),
    ].map((back) => as({ back })),
  },
]
