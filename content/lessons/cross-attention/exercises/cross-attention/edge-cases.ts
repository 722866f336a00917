import { LOOSE_TOLERANCE, type Tolerance } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import type { Matrix } from '#lib/grading/value.ts'
import type { CrossArgs } from './parametrized-cross.ts'

interface EdgeCase {
  readonly label: string
  readonly make: (random: Random) => CrossArgs
  readonly tolerance?: Tolerance
}

export interface Widths {
  readonly nX: number
  readonly nY: number
  /** Of X and of Y. */
  readonly dX: number
  readonly dY?: number
  /** Of queries and keys, and of values. */
  readonly d?: number
  readonly v?: number
}

/** Projections have about unit variance, as in a trained layer, so that single precision stays within the tolerance. */
export function drawn(r: Random, { nX, nY, dX, dY = dX, d = dX, v = d }: Widths): CrossArgs {
  const fromX = 1.2 / Math.sqrt(dX)
  const fromY = 1.2 / Math.sqrt(dY)
  return [r.matrix(nX, dX), r.matrix(nY, dY), r.matrix(dX, d, fromX), r.matrix(dY, d, fromY), r.matrix(dY, v, fromY)]
}

/** Inputs on which near-misses of `crossAttention` come apart from right answers. */
export const edgeCases: readonly EdgeCase[] = [
  { label: 'one target token, five source tokens', make: (r) => drawn(r, { nX: 1, nY: 5, dX: 3 }) },
  { label: 'one source token', make: (r) => drawn(r, { nX: 3, nY: 1, dX: 3 }) },
  { label: 'more target than source tokens', make: (r) => drawn(r, { nX: 5, nY: 2, dX: 3 }) },
  { label: 'as many of each', make: (r) => drawn(r, { nX: 4, nY: 4, dX: 4 }) },
  { label: 'one token of width 1 on each side', make: (r) => drawn(r, { nX: 1, nY: 1, dX: 1 }) },
  { label: 'Y wider than X', make: (r) => drawn(r, { nX: 2, nY: 3, dX: 2, dY: 5, d: 3 }) },
  { label: 'X wider than Y', make: (r) => drawn(r, { nX: 2, nY: 3, dX: 5, dY: 2, d: 3 }) },
  { label: 'values wider than keys', make: (r) => drawn(r, { nX: 2, nY: 3, dX: 3, v: 6 }) },
  { label: 'queries narrower than X', make: (r) => drawn(r, { nX: 2, nY: 3, dX: 5, d: 2, v: 5 }) },
  { label: 'queries wider than X', make: (r) => drawn(r, { nX: 2, nY: 3, dX: 2, d: 7, v: 2 }) },
  { label: 'the same rows on both sides', make: twice },
  { label: 'scores near −20,000', make: (r) => atLevel(r, -20_000), tolerance: LOOSE_TOLERANCE },
  { label: 'scores near +10,000', make: (r) => atLevel(r, 10_000), tolerance: LOOSE_TOLERANCE },
]

function twice(r: Random): CrossArgs {
  const [X, , ...W] = drawn(r, { nX: 3, nY: 3, dX: 3 })
  return [X, X.map((row) => [...row]), ...W]
}

/** All scores near one level, a half apart, exact in single precision: the projections pass rows through. */
function atLevel(r: Random, level: number): CrossArgs {
  const same: Matrix = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 1 : 0)))
  const first = r.int(0, 2)
  const Y = [0, 1, 2].map((j) => [level / 2 + ((first + j) % 3), level / 2, level / 2, level / 2])
  const Wv = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ]
  return [
    [
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ],
    Y,
    same,
    same,
    Wv,
  ]
}
