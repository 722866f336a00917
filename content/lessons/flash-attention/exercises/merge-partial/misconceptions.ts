import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { aligned, merging, type Part, type Pieces, type Two, weighted } from './merging.ts'

type Wrong = FunctionMisconception<Two>
/** With the empty part guarded, guarded only where both are empty, and not at all. */
const mergingWith = (pieces: Pieces) => ({
  implementation: merging(pieces),
  variants: [merging({ ...pieces, guard: 'one' }), merging({ ...pieces, guard: 'none' })],
})
const sumOfWeights = (_l: number, wa: number, wb: number): number => wa + wb

export const misconceptions: readonly Wrong[] = [
  {
    id: 'plain-mean',
    headline: 'Both parts weighted equally',
    feedback:
      'You give both outputs the same weight. The part with the larger scores must count for more: weight each output by `part.l * Math.exp(part.m - m)`.',
    ...mergingWith({ inMean: () => [1, 1], over: () => 2 }),
  },
  {
    id: 'outputs-added',
    headline: 'The outputs are added',
    feedback:
      'You add the two outputs. Each is an average already, so the result is their weighted mean: divide by the merged `l`.',
    ...mergingWith({ inMean: () => [1, 1], over: () => 1 }),
  },
  {
    id: 'not-aligned',
    headline: 'Sums measured from different maxima',
    feedback:
      'You add `a.l` and `b.l` (and weight by them) as they are. Each is measured from its own maximum: rescale both to the common maximum first, with `part.l * Math.exp(part.m - m)`.',
    ...mergingWith({ inSum: () => [1, 1], inMean: (a, b) => [a.l, b.l] }),
    variants: [
      ...mergingWith({ inSum: () => [1, 1] }).variants,
      merging({ inSum: () => [1, 1] }),
      merging({ inMean: (a, b) => [a.l, b.l], over: sumOfWeights }),
      merging({ inMean: (a, b) => [a.l, b.l] }),
      merging({ inSum: () => [1, 1], over: sumOfWeights }),
      merging({ inSum: () => [1, 1], inMean: (a, b) => [a.l, b.l], guard: 'none' }),
    ],
  },
  {
    id: 'sums-left-out',
    headline: 'The sums are left out of the weights',
    feedback:
      'You weight the outputs only by `Math.exp(part.m - m)`. Two parts with the same maximum then get the same weight, even if one has many more keys. Multiply by `part.l` as well.',
    ...mergingWith({ inMean: aligned, over: sumOfWeights }),
    variants: [
      merging({ inMean: aligned }),
      merging({ inMean: aligned, guard: 'none' }),
      merging({ inMean: aligned, over: sumOfWeights, guard: 'one' }),
    ],
  },
  {
    id: 'corr-inverted',
    headline: 'The factor is inverted',
    feedback:
      'You multiply by `Math.exp(m - part.m)`. The common maximum is the larger one, so each part shrinks: the factor is `Math.exp(part.m - m)`, at most 1.',
    ...mergingWith({ inSum: inverted, inMean: (a, b, m) => times(a, b, inverted(a, b, m)) }),
    variants: [
      merging({ inSum: inverted }),
      merging({ inMean: (a, b, m) => times(a, b, inverted(a, b, m)) }),
      merging({ inSum: inverted, inMean: (a, b, m) => times(a, b, inverted(a, b, m)), guard: 'none' }),
    ],
  },
  {
    id: 'factors-exchanged',
    headline: 'Each part has the other’s factor',
    feedback:
      'You scale a by b’s factor and b by a’s. Rescale each part from its own maximum to the common one: `a.l * Math.exp(a.m - m)`.',
    ...mergingWith({ inSum: exchanged, inMean: (a, b, m) => times(a, b, exchanged(a, b, m)) }),
    variants: [merging({ inSum: exchanged }), merging({ inMean: (a, b, m) => times(a, b, exchanged(a, b, m)) })],
  },
  {
    id: 'not-divided',
    headline: 'The output is not normalized',
    feedback:
      'You return the weighted sum of the outputs. A part’s output is normalized: divide by the merged `l`, or merging it once more will go wrong.',
    ...mergingWith({ over: () => 1 }),
  },
  {
    id: 'taken-as-unnormalised',
    headline: 'The outputs are treated as undivided',
    feedback:
      'You scale each output by `Math.exp(part.m - m)` and divide by the merged `l`, as if it had not been divided before. It has: multiply each output by `part.l` first.',
    implementation: merging({ inMean: aligned, guard: 'one' }),
  },
  {
    id: 'one-side-scaled',
    headline: 'One part is assumed to be the larger',
    feedback:
      'You scale only b, as if a had the larger maximum. Either may be larger: take `Math.max(a.m, b.m)` and rescale both.',
    ...mergingWith({ top: (a) => a.m }),
    variants: [
      merging({ top: (_a, b) => b.m }),
      merging({ inSum: (_a, b, m) => [1, Math.exp(b.m - m)], inMean: (a, b, m) => [a.l, b.l * Math.exp(b.m - m)] }),
      merging({ top: (a) => a.m, guard: 'none' }),
    ],
  },
  {
    id: 'no-max',
    headline: 'Exponentials of the maxima overflow',
    feedback:
      'You use `Math.exp(a.m)` directly. At 1,000 that is `Infinity`. Only differences from the common maximum are safe: `Math.exp(a.m - m)`.',
    ...mergingWith({
      inSum: (a, b, m) => [Math.exp(a.m) / Math.exp(m), Math.exp(b.m) / Math.exp(m)],
      inMean: (a, b) => [a.l * Math.exp(a.m), b.l * Math.exp(b.m)],
      over: sumOfWeights,
    }),
    variants: [
      merging({ top: () => 0 }),
      merging({ inMean: (a, b) => [a.l * Math.exp(a.m), b.l * Math.exp(b.m)], over: sumOfWeights }),
      merging({
        inSum: (a, b) => [Math.exp(a.m), Math.exp(b.m)],
        inMean: (a, b) => [a.l * Math.exp(a.m), b.l * Math.exp(b.m)],
      }),
    ],
  },
  {
    id: 'maxima-wrong',
    headline: 'The maximum is not that of both',
    feedback:
      'You add the two maxima, or take the smaller one or their mean. The merged part covers all keys of both, so its maximum is `Math.max(a.m, b.m)`.',
    ...mergingWith({ top: (a, b) => Math.min(a.m, b.m) }),
    variants: [
      merging({ top: (a, b) => a.m + b.m }),
      merging({ top: (a, b) => (a.m + b.m) / 2 }),
      after((p, a, b) => ({ ...p, m: a.m + b.m })),
      after((p, a, b) => ({ ...p, m: Math.min(a.m, b.m) })),
      merging({ top: (a, b) => Math.max(0, a.m, b.m) }),
    ],
  },
  {
    id: 'winner-takes-all',
    headline: 'The part with the larger maximum wins',
    feedback: 'You return the part with the larger maximum and drop the other. Its keys still have weight: merge both.',
    implementation: (a, b) => (a.m >= b.m ? a : b),
    variants: [
      (a, b) => (a.m > b.m ? a : b),
      (a, b) => (a.l >= b.l ? a : b),
      merging({ inMean: (a, b) => (a.m >= b.m ? [1, 0] : [0, 1]), over: () => 1 }),
    ],
  },
  {
    id: 'empty-nan',
    headline: 'Two empty parts give NaN',
    feedback:
      'Two empty parts have m = −∞, and −∞ − (−∞) is NaN; so is 0 / 0. Two parts without keys give the part without keys: `{ m: -Infinity, l: 0, o: zeros }`.',
    implementation: merging({ guard: 'none' }),
    variants: [
      (a, b) => onBothEmpty(a, b, { m: Number.NEGATIVE_INFINITY, l: 0, o: a.o.map(() => Number.NaN) }),
      (a, b) => onBothEmpty(a, b, { m: Number.NEGATIVE_INFINITY, l: Number.NaN, o: a.o.map(() => 0) }),
    ],
  },
  {
    id: 'empty-not-neutral',
    headline: 'An empty part is not neutral',
    feedback:
      'Merged with a part without keys, the other part must be returned unchanged: same m, same l, same output. An empty part has l = 0, so its weight is 0.',
    implementation: (a, b) =>
      a.l === 0 || b.l === 0 ? { m: Number.NEGATIVE_INFINITY, l: 0, o: a.o.map(() => 0) } : merging({})(a, b),
    variants: [
      (a, b) => (a.l === 0 ? { m: Number.NEGATIVE_INFINITY, l: 0, o: a.o.map(() => 0) } : merging({})(a, b)),
      (a, b) => (b.l === 0 ? { m: Number.NEGATIVE_INFINITY, l: 0, o: a.o.map(() => 0) } : merging({})(a, b)),
    ],
  },
]

function inverted(a: Part, b: Part, m: number): [number, number] {
  return [Math.exp(m - a.m), Math.exp(m - b.m)]
}
function exchanged(a: Part, b: Part, m: number): [number, number] {
  const [fa, fb] = aligned(a, b, m)
  return [fb, fa]
}
function times(a: Part, b: Part, [fa, fb]: readonly [number, number]): [number, number] {
  return [a.l * fa, b.l * fb]
}
function after(change: (merged: Part, a: Part, b: Part) => Part): (a: Part, b: Part) => Part {
  return (a, b) => change(merging({ inMean: weighted })(a, b), a, b)
}
function onBothEmpty(a: Part, b: Part, gives: Part): Part {
  return a.l === 0 && b.l === 0 ? gives : merging({})(a, b)
}
