import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { combined, type Flash, plus, type State, sum, type Tiling, tiling, times } from './tiled.ts'

type Wrong = FunctionMisconception<Flash>
const one = () => 1
const blockTop = (_m: number, s: readonly number[]) => Math.max(...s)
const larger = (m: number, top: number) => (m === Number.NEGATIVE_INFINITY ? 0 : Math.exp(top - m))

/** How what was kept is rescaled to a new maximum. */
export const wrongRescaling: readonly Wrong[] = [
  {
    id: 'no-rescale',
    headline: 'What was kept is not rescaled',
    feedback:
      'When a block brings a larger maximum, your sum and your output are still measured from the old one, so the earlier blocks count too much. Multiply both by `Math.exp(mOld - mNew)` before you add the block. If you do write that, check that `m` is not overwritten first: then the factor is always 1.',
    ...tiling({ keepL: one, keepO: one }),
  },
  {
    id: 'rescale-sum-only',
    headline: 'Only the sum is rescaled',
    feedback:
      'You rescale the running sum and leave the output measured from the old maximum. The earlier blocks then count too much, and the weights sum to more than 1. Output and sum are measured from the same maximum: multiply both by `Math.exp(mOld - mNew)`.',
    ...tiling({ keepO: one }),
  },
  {
    id: 'rescale-output-only',
    headline: 'Only the output is rescaled',
    feedback:
      'You rescale the output and leave the running sum measured from the old maximum, so you divide by too much at the end. Multiply `l` by `Math.exp(mOld - mNew)` as well.',
    ...tiling({ keepL: one }),
  },
  {
    id: 'corr-inverted',
    headline: 'The factor is inverted',
    feedback:
      'You multiply what was kept by `Math.exp(mNew - mOld)`. A larger maximum makes every earlier exponential smaller, so the factor is `Math.exp(mOld - mNew)`, at most 1.',
    ...tiling({ keepL: larger, keepO: larger }),
    variants: [
      tiling({ keepL: larger }),
      tiling({ keepO: larger }),
      tiling({ keepL: (m, top) => Math.exp(top - m), keepO: (m, top) => Math.exp(top - m) }),
    ],
  },
  {
    id: 'correct-after',
    headline: 'The new block is corrected too',
    feedback:
      'You add the block first and rescale afterwards. Its exponentials are measured from the new maximum already, so the correction shrinks them once too often, and the first block is wiped out by exp(−∞) = 0. Rescale what was kept, then add.',
    ...tiling({ absorb: correctedAfter(true, true, false) }),
    variants: [
      tiling({ absorb: correctedAfter(true, true, true) }),
      tiling({ absorb: correctedAfter(true, false, false) }),
      tiling({ absorb: correctedAfter(true, false, true) }),
      tiling({ absorb: correctedAfter(false, true, false) }),
      tiling({ absorb: correctedAfter(false, true, true) }),
    ],
  },
  {
    id: 'rescale-twice',
    headline: 'What was kept is rescaled twice',
    feedback:
      'Your correction is applied twice for one new maximum, so the earlier blocks count too little. Once is enough: multiply `l` and the output by `Math.exp(mOld - mNew)` and no more.',
    ...tiling({ keepL: twice, keepO: twice }),
    variants: [tiling({ keepL: twice }), tiling({ keepO: twice })],
  },
  {
    id: 'corr-not-exponential',
    headline: 'The correction is not an exponential',
    feedback:
      'You correct by the difference or by the ratio of the two maxima. Each earlier term is e to the score minus the old maximum, so changing the maximum multiplies it by `Math.exp(mOld - mNew)`.',
    ...tiling({ keepL: ratio, keepO: ratio }),
    variants: [
      tiling({ keepL: (m, top) => m / top, keepO: (m, top) => m / top }),
      tiling({ keepL: difference, keepO: difference }),
      tiling({ keepL: (m, top) => m - top, keepO: (m, top) => m - top }),
    ],
  },
  {
    id: 'reset-on-new-maximum',
    headline: 'A new maximum wipes out the past',
    feedback:
      'When a block holds a larger score, you begin again with that block and drop what came before. Earlier keys still have their weight: shrink the sum and the output by `Math.exp(mOld - mNew)`, then add the block.',
    ...tiling({ keepL: (m, top) => (top > m ? 0 : 1), keepO: (m, top) => (top > m ? 0 : 1) }),
    variants: [tiling({ keepO: (m, top) => (top > m ? 0 : 1) })],
  },
  {
    id: 'block-max',
    headline: 'The block’s own maximum is used',
    feedback:
      'You use the maximum of the current block instead of the running maximum, `Math.max(m, ...scores)`. Block and running state are then measured from different maxima; or, if you use it everywhere, a block far below an earlier one makes the correction `Infinity`.',
    ...tiling({ top: blockTop }),
    variants: [
      tiling({ from: (_top, s) => Math.max(...s) }),
      tiling({ keepL: toBlock, keepO: toBlock }),
      tiling({ keepL: toBlock, keepO: toBlock, from: (_top, s) => Math.max(...s) }),
      tiling({ keepL: toBlock }),
      tiling({ keepO: toBlock }),
      tiling({ absorb: keptFromBlock }),
    ],
  },
  {
    id: 'old-max',
    headline: 'The block is measured from the old maximum',
    feedback:
      'You measure the exponentials of a block from the maximum of the blocks before it. Find the new maximum first, then use it for the block’s exponentials and for the correction.',
    ...tiling({ from: (top, _s, m) => (m === Number.NEGATIVE_INFINITY ? top : m) }),
    variants: [
      tiling({ from: (_top, _s, m) => m }),
      tiling({ from: (top, _s, m) => (m === Number.NEGATIVE_INFINITY ? top : m), keepL: one, keepO: one }),
    ],
  },
]

function correctedAfter(sumToo: boolean, outputToo: boolean, guarded: boolean): NonNullable<Tiling['absorb']> {
  return ({ m, l, o }, { s, V }) => {
    const top = Math.max(m, ...s)
    const keep = guarded && m === Number.NEGATIVE_INFINITY ? 1 : Math.exp(m - top)
    const p = s.map((x) => Math.exp(x - top))
    const pv = combined(p, V)
    return {
      m: top,
      l: sumToo ? (l + sum(p)) * keep : l * keep + sum(p),
      o: outputToo ? times(plus(o, pv), keep) : plus(times(o, keep), pv),
    }
  }
}
function twice(m: number, top: number): number {
  return Math.exp(2 * (m - top))
}
function ratio(m: number, top: number): number {
  return m === Number.NEGATIVE_INFINITY ? 0 : m / top
}
function difference(m: number, top: number): number {
  return m === Number.NEGATIVE_INFINITY ? 0 : m - top
}
function toBlock(m: number, _top: number, s: readonly number[]): number {
  return Math.exp(m - Math.max(...s))
}
/** Right but for what is remembered: the block's maximum instead of the running one. */
function keptFromBlock(state: State, { s, V }: { s: readonly number[]; V: readonly (readonly number[])[] }): State {
  const top = Math.max(state.m, ...s)
  const keep = Math.exp(state.m - top)
  const p = s.map((x) => Math.exp(x - top))
  return { m: Math.max(...s), l: state.l * keep + sum(p), o: plus(times(state.o, keep), combined(p, V)) }
}
