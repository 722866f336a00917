import { dequantize, quantizeInt8 } from '#lib/attention/quantize-int8.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { defineOtherFunction } from '#lib/grading/other-function.ts'
import type { Random } from '#lib/grading/random.ts'
import type { ActualValue } from '#lib/grading/value.ts'
import { misconceptions } from './misconceptions.ts'
import { isZero, type Quantised, type Vector } from './quantising.ts'

/** Scales to 1e-6 of themselves; whole numbers are then exact. */
const CLOSE = { atol: 1e-12, rtol: 1e-6 }

const back = defineOtherFunction<readonly [t: Quantised]>({
  name: 'dequantize',
  params: { t: { fields: { q: ['d'], scale: { fixed: true } } } },
  reference: ({ q, scale }) => dequantize({ q, scale }),
  examples: [{ label: 'two whole numbers and a scale of 0.5', args: [{ q: [127, -4], scale: 0.5 }] }],
  random: {
    count: 6,
    make: (r) => [{ q: integers(r, r.int(1, 6)), scale: (0.5 + r.next()) * r.pick([0.01, 0.1, 3]) }],
  },
  edgeCases: [
    { label: 'whole numbers that are all 0', args: [{ q: [0, 0], scale: 0 }] },
    { label: 'zeros with a scale of 1', args: [{ q: [0, 0, 0], scale: 1 }] },
    { label: 'a very small scale', args: [{ q: [1, -127, 50], scale: 1e-7 }] },
    { label: 'a large scale', args: [{ q: [-3, 88], scale: 2500 }] },
  ],
})

export default defineFunction<readonly [x: Vector], Quantised>({
  name: 'quantizeInt8',
  signature:
    'quantizeInt8(x: number[]): { q: number[]; scale: number }\ndequantize(t: { q: number[]; scale: number }): number[]',
  params: { x: ['d'] },
  tolerance: CLOSE,
  reference: (x) => quantizeInt8(x),
  follows(given, learners, x) {
    const scale = isZero(x) ? anyScale(learners) : undefined
    return scale !== undefined && anyScale(given) !== undefined ? { ...(given as Quantised), scale } : given
  },
  examples: [
    { label: 'three entries, so the scale is 0.1', args: [[12.7, -5.13, 0.26]] },
    { label: 'the largest magnitude is negative', args: [[1.3, -2.54, 0.777]] },
  ],
  random: { count: 24, make: (r) => [r.vector(r.int(1, 8), r.pick([0.1, 1, 20]))] },
  edgeCases: [
    { label: 'a vector of zeros', args: [[0, 0, 0]] },
    { label: 'a single zero', args: [[0]] },
    { label: 'one positive entry', args: [[0.37]] },
    { label: 'one negative entry', args: [[-4.2]] },
    { label: 'a zero among others', args: [[0, 1.27, -0.333, 0]] },
    { label: 'negative numbers only', args: [[-1.27, -0.116, -0.904]] },
    { label: 'positive numbers only', args: [[0.116, 1.27, 0.904]] },
    { label: 'equal entries', args: [[2.2, 2.2, 2.2]] },
    { label: 'opposite entries', args: [[-1.7, 1.7]] },
    { label: 'one outlier', args: [[100, 0.31, -0.74, 0.2, 0.68, -0.45, 0.27, 0.53]] },
    { label: 'entries of a million', args: [[1e6, -312_345.6, 777_001.3]] },
    { label: 'entries of a hundred-millionth', args: [[1e-8, -3.217e-9, 6.43e-9]] },
    { label: 'entries of 1e-25', args: [[1e-25, -3.217e-26]] },
    { label: 'forty entries', make: (r) => [r.vector(40)] },
  ],
  otherFunctions: [back],
  misconceptions,
  hints: [
    'How many steps are there from 0 to the largest number that a signed byte can hold on both sides? That many steps must reach the largest magnitude of x.',
    'The scale is the size of a step. Divide by it, and round to the nearest integer. What happens when every entry is 0?',
    '`const scale = Math.max(...x.map(Math.abs)) / 127`, then `q = x.map((v) => (scale === 0 ? 0 : Math.round(v / scale)))`. Back: `q.map((v) => v * scale)`.',
  ],
  passHeadline: 'Passed. No entry is off by more than half a step.',
})

/** The scale that was given, where it is one that a vector of zeros may have: finite and not below 0. */
function anyScale(given: ActualValue): number | undefined {
  const scale = given !== null && typeof given === 'object' && 'scale' in given ? given.scale : undefined
  return typeof scale === 'number' && Number.isFinite(scale) && scale >= 0 ? scale : undefined
}

function integers(random: Random, n: number): number[] {
  return Array.from({ length: n }, () => random.int(-127, 127))
}
