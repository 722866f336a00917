import { maxFromZero, noMax } from '#content/mistakes/softmax.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'
import {
  byRoot,
  combined,
  divided,
  dot,
  everyBlock,
  type Flash,
  fresh,
  stepWith,
  sum,
  type Tiling,
  tiling,
} from './tiled.ts'

type Wrong = FunctionMisconception<Flash>
const NONE = Number.NEGATIVE_INFINITY

/** What the running maximum is. */
export const wrongMaximum: readonly Wrong[] = [
  noMax((top) => tiling({ top: (_m, scores) => top(scores), keepL: () => 1, keepO: () => 1 }), {
    wording: 'the running maximum',
  }),
  maxFromZero(() => tiling({ start: (o) => ({ m: 0, l: 0, o }) }), { wording: 'all scores' }),
  {
    id: 'finite-start',
    headline: 'The maximum starts too high',
    feedback:
      'Your running maximum begins at a finite number such as −1,000 or −10,000. Scores may lie below it; then every exponential is 0 and you divide 0 by 0. Only `-Infinity` is below every score.',
    ...tiling({ start: (o) => ({ m: -1e4, l: 0, o }) }),
    variants: [
      tiling({ start: (o) => ({ m: -1e3, l: 0, o }) }),
      tiling({ start: (o) => ({ m: Number.MIN_VALUE, l: 0, o }) }),
    ],
  },
  {
    id: 'sum-from-one',
    headline: 'The running sum starts at 1',
    feedback:
      'Before the first block nothing has been seen, so the running sum `l` must be 0. If it starts at 1 with a finite maximum, a key that does not exist gets weight.',
    ...tiling({ start: (o) => ({ m: 0, l: 1, o }) }),
  },
  {
    id: 'first-max',
    headline: 'The first maximum is kept for good',
    feedback:
      'You subtract the maximum of the first block, or the first score, throughout. In exact arithmetic any shift works, but a later score that is 710 above it overflows. Let the maximum grow: `Math.max(m, ...scores)`.',
    ...tiling({ top: (m, s) => (m === NONE ? Math.max(...s) : m) }),
    variants: [tiling({ top: (m, s) => (m === NONE ? (s[0] ?? 0) : m) })],
  },
  {
    id: 'shared-max',
    headline: 'All queries share one maximum',
    feedback:
      'Your running maximum is one number for all queries of a tile. A query whose scores all lie far below it has only exponentials of 0, and you divide 0 by 0. Keep `m` and `l` for each query.',
    implementation: (...args: Flash) => withSharedMax(...args),
    variants: [tiling({ next: ({ m }, o) => ({ m, l: 0, o }) })],
  },
  {
    id: 'state-leaks',
    headline: 'One query’s state leaks into the next',
    feedback:
      'The running sum (and the output) is not reset before the next query, so row 1 still contains the sums of row 0. Each query has its own `m = -Infinity`, `l = 0` and output of zeros.',
    ...tiling({ next: (state) => state }),
    variants: [
      tiling({ next: ({ m, l }, o) => ({ m, l, o }) }),
      tiling({ next: ({ l }, o) => ({ ...fresh(o), l }), absorb: leakySum }),
      tiling({ next: ({ l, o }) => ({ m: NONE, l, o }), absorb: leakySum }),
      tiling({ next: ({ m, o }) => ({ m, l: 0, o }) }),
    ],
  },
  {
    id: 'epsilon',
    headline: 'A small number is added to the sum',
    feedback:
      'You add an epsilon to the running sum before you divide. The sum is at least 1, since the largest exponential is exactly 1, so it is never 0, and the epsilon only makes every output a little too small.',
    ...tiling({ finish: ({ l, o }) => o.map((x) => x / (l + 1e-5)) }),
    variants: [1e-3, 1e-4].map((e) => tiling({ finish: ({ l, o }) => o.map((x) => x / (l + e)) })),
  },
]

/** A guard for the first block that looks at the maximum alone keeps a sum that was left over. */
function leakySum(...[{ m, l, o }, block]: Parameters<NonNullable<Tiling['absorb']>>) {
  return stepWith({
    keepL: (a, b) => (a === NONE ? 1 : Math.exp(a - b)),
    keepO: (a, b) => (a === NONE ? 1 : Math.exp(a - b)),
  })({ m, l, o }, block)
}

function withSharedMax(Q: Matrix, K: Matrix, V: Matrix, B: number): number[][] {
  const scale = byRoot({ d: Q[0]?.length ?? 1 })
  let m = NONE
  let rows = Q.map(() => fresh((V[0] ?? []).map(() => 0)))
  for (const [from, to] of everyBlock(K.length, B)) {
    const S = Q.map((q) => K.slice(from, to).map((k) => scale * dot(q, k)))
    const top = Math.max(m, ...S.flat())
    const keep = Math.exp(m - top)
    rows = rows.map(({ l, o }, i) => {
      const p = (S[i] ?? []).map((s) => Math.exp(s - top))
      const pv = combined(p, V.slice(from, to))
      return { m: top, l: l * keep + sum(p), o: o.map((x, c) => x * keep + (pv[c] ?? 0)) }
    })
    m = top
  }
  return rows.map(divided)
}
