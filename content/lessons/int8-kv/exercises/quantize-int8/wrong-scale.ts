import type { FaultyImplementation } from '#lib/grading/define-function.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import {
  as,
  asIs,
  clip,
  inEveryKeeping,
  isZero,
  largest,
  mean,
  type Quantised,
  type Vector,
  type Wrong,
} from './quantising.ts'

/** The largest magnitude that a constant scale of 1/127, 1/100, 1/20, 1/10, 1 … reaches. */
const FIXED_TOPS: readonly number[] = [1, 1.27, 6.35, 12.7, 127, 2, 3, 4, 5, 6, 8, 10]

/** How large a step is. */
export const wrongScale: readonly Wrong[] = [
  {
    id: 'div-128',
    headline: 'The scale is max|x| / 128',
    feedback:
      'You divide by 128. The largest positive entry then becomes 128, which int8 does not have: it is clipped to 127 or wraps to −128. Symmetric int8 goes from −127 to 127, so divide by 127.',
    ...as({ steps: 128 }),
    variants: inEveryKeeping({ steps: 128 }),
  },
  {
    id: 'div-255',
    headline: 'The scale is max|x| / 255',
    feedback:
      'You divide by 255 (or 256). That many steps cover the whole range from −max to max; on each side there are 127. Entries above half the maximum then do not fit.',
    ...as({ steps: 255 }),
    variants: [...inEveryKeeping({ steps: 255 }), ...inEveryKeeping({ steps: 256 })],
  },
  {
    id: 'int4',
    headline: 'Far fewer steps than int8 has',
    feedback:
      'You use 7 (or 15, or 63) steps per side. Eight bits allow 127, and the error shrinks with the step. Divide max|x| by 127.',
    ...as({ steps: 7 }),
    variants: [
      as({ steps: 8 }),
      as({ steps: 15 }),
      as({ steps: 63 }),
      as({ steps: 64 }),
      as({ steps: 100 }),
      as({ steps: 126 }),
    ],
  },
  {
    id: 'max-without-abs',
    headline: 'The sign is ignored in the maximum',
    feedback:
      'You take `max(x)` where `max(|x|)` is meant. If the entry that is largest in magnitude is negative, it does not fit, and for a vector of negative numbers the scale itself is negative. Take absolute values first.',
    ...as({ top: (x) => Math.max(...x) }),
    variants: [
      ...inEveryKeeping({ top: (x) => Math.max(...x) }),
      ...inEveryKeeping({ top: (x) => Math.max(0, ...x) || 1 }),
      ...inEveryKeeping({ top: (x) => Math.abs(Math.max(...x)) }),
      ...inEveryKeeping({ top: (x) => Math.abs(Math.min(...x)) }),
      // where no entry is positive, what a guard makes of the maximum is a matter of style
      ...inEveryKeeping({ top: (x) => (Math.max(...x) > 0 ? Math.max(...x) : notApplicable()) }),
    ],
  },
  {
    id: 'max-is-first',
    headline: 'The first entry sets the scale',
    feedback:
      'Your scale comes from `x[0]`. Any entry that is larger does not fit. Look at all of them: `Math.max(...x.map(Math.abs))`.',
    ...as({ top: (x) => Math.abs(x[0] ?? 0) }),
    variants: [
      ...inEveryKeeping({ top: (x) => Math.abs(x[0] ?? 0) }),
      ...inEveryKeeping({ top: ([first = 0]) => (first === 0 ? notApplicable() : Math.abs(first)) }),
    ],
  },
  {
    id: 'mean-scale',
    headline: 'The mean sets the scale',
    feedback:
      'Your scale comes from the mean of |x|, so everything above the mean is cut off. The scale has to reach the largest magnitude: `max|x| / 127`.',
    ...as({ top: (x) => mean(x.map(Math.abs)) }),
    variants: [
      ...inEveryKeeping({ top: (x) => mean(x.map(Math.abs)) }),
      ...inEveryKeeping({ top: (x) => Math.abs(mean(x)) }),
      ...inEveryKeeping({ top: (x) => 2 * mean(x.map(Math.abs)) }),
    ],
  },
  {
    id: 'fixed-scale',
    headline: 'The scale is a constant',
    feedback:
      'Your scale is the same number for every row. Larger values are then cut off, and smaller ones use few of the 127 steps. Compute the scale from the row: `max|x| / 127`.',
    ...as({ top: () => 1 }),
    variants: FIXED_TOPS.flatMap((top) => inEveryKeeping({ top: () => top })),
  },
  {
    id: 'std-clip',
    headline: 'The spread sets the scale',
    feedback:
      'Your scale comes from standard deviations, so an outlier is cut off (or, where there is none, steps are wasted). In keys the outliers matter most. Take the largest magnitude.',
    ...as({ top: (x) => 2 * rms(x) }),
    variants: [1, 2, 3, 4].flatMap((k) => [
      ...inEveryKeeping({ top: (x) => k * rms(x) }),
      ...inEveryKeeping({ top: (x) => k * deviation(x, 0) }),
      ...inEveryKeeping({ top: (x) => k * deviation(x, 1) }),
      ...(k === 1 ? inEveryKeeping({ top: (x) => rms(x) * Math.sqrt(x.length) }) : []),
    ]),
  },
  {
    id: 'no-zero-point',
    headline: 'A range without its zero point',
    feedback:
      'Your scale spreads the range from min to max over the steps, as asymmetric quantization does, but there is no zero point to go with it. Symmetric quantization has none: use max|x| on both sides.',
    ...as({ top: range, steps: 255 }),
    variants: [
      ...[254, 255, 256, 127].flatMap((steps) => inEveryKeeping({ top: range, steps })),
      ...inEveryKeeping({ top: (x) => range(x) / 2 }),
      shifted(255, 0),
      shifted(255, -128),
      shifted(254, -127),
    ],
  },
  {
    id: 'inverse-scale',
    headline: 'The scale is upside down',
    feedback:
      'You return 127 / max|x|, the number that you multiply by. Store the size of a step: x is about q · scale.',
    ...as({ scale: (s) => 1 / s, back: ({ q, scale }) => q.map((v) => v / scale) }),
    variants: [as({ scale: (s) => 1 / s, back: ({ q, scale }) => q.map((v) => (scale === 0 ? 0 : v / scale)) })],
  },
  {
    id: 'scale-lost',
    headline: 'The scale is lost',
    feedback:
      'You return a scale of 1, or multiply by nothing on the way back. The integers alone do not say how large the vector was: store max|x| / 127 and multiply by it.',
    ...as({ scale: () => 1, back: ({ q }) => [...q] }),
    variants: [
      as({ scale: (_s, x) => largest(x) }),
      as({ scale: () => 1 / 127 }),
      as({ scale: (_s, x) => largest(x), back: ({ q, scale }) => q.map((v) => (v * scale) / 127) }),
    ],
  },
  {
    id: 'scale-rounded',
    headline: 'The scale was rounded',
    feedback:
      'You round the scale itself. It is a number like 0.0123, so rounding it to an integer (or a few digits) loses most of it. Round only q.',
    ...as({ scale: (s) => Math.round(s) }),
    variants: [
      ...[1, 2, 3, 4, 5, 6].map((digits) => as({ scale: (s) => Number(s.toFixed(digits)) })),
      ...[Math.round, Math.ceil, (s: number) => Math.max(1, Math.round(s))].map((r) => ({
        implementation: (x: Vector) => {
          const scale = r(largest(x) / 127)
          return isZero(x) ? zeros(x) : { q: x.map((v) => clip(Math.round(v / scale)) + 0), scale }
        },
      })),
      ...[1, 2, 3, 4].flatMap((digits) =>
        [clip, asIs].map((keep) => ({
          implementation: (x: Vector) => {
            const scale = Number((largest(x) / 127).toFixed(digits))
            if (isZero(x)) return zeros(x)
            return scale === 0 ? notApplicable() : { q: x.map((v) => keep(Math.round(v / scale)) + 0), scale }
          },
        })),
      ),
      as({ scale: (s) => Math.ceil(s) }),
      as({ scale: (s) => 2 ** Math.ceil(Math.log2(s)) }),
    ],
  },
]

function zeros(x: Vector): Quantised {
  return { q: x.map(() => 0), scale: 0 }
}

/** @throws NotApplicable always */
function notApplicable(): never {
  throw new NotApplicable()
}

function rms(x: Vector): number {
  return Math.sqrt(mean(x.map((v) => v * v)))
}

function deviation(x: Vector, less: number): number {
  const m = mean(x)
  return Math.sqrt(x.reduce((s, v) => s + (v - m) ** 2, 0) / (x.length - less))
}

function range(x: Vector): number {
  return Math.max(...x) - Math.min(...x)
}

/** Counted from the least entry: an asymmetric grid whose zero point is not kept. */
function shifted(steps: number, from: number): FaultyImplementation<readonly [x: Vector]> {
  return {
    implementation: (x) => {
      const scale = range(x) / steps
      const least = Math.min(...x)
      if (scale === 0) throw new NotApplicable({ mayPass: true })
      return { q: x.map((v) => Math.round((v - least) / scale) + from), scale }
    },
  }
}
