import { LOOSE_TOLERANCE, type Tolerance } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import type { Matrix } from '#lib/grading/value.ts'
import type { LayerArgs } from './parametrized-layer.ts'

interface EdgeCase {
  readonly label: string
  readonly make: (random: Random) => LayerArgs
  readonly tolerance?: Tolerance
}

/**
 * All four matrices are d × d, d = heads · width. Projections have about unit variance, as in a trained layer, so that
 * single precision stays within the tolerance.
 */
export function drawn(r: Random, n: number, heads: number, width: number): LayerArgs {
  const d = heads * width
  const square = () => r.matrix(d, d, 1.2 / Math.sqrt(d))
  return [r.matrix(n, d), square(), square(), square(), square(), heads]
}

/** Inputs on which near-misses of `multiHeadAttention` come apart from right answers. */
export const edgeCases: readonly EdgeCase[] = [
  { label: 'one head', make: (r) => drawn(r, 3, 1, 3) },
  { label: 'heads of width 1', make: (r) => drawn(r, 3, 4, 1) },
  { label: 'one token', make: (r) => drawn(r, 1, 2, 2) },
  { label: 'one token, one head, width 1', make: (r) => drawn(r, 1, 1, 1) },
  { label: 'heads of width 3', make: (r) => drawn(r, 3, 2, 3) },
  { label: 'three heads of width 2', make: (r) => drawn(r, 4, 3, 2) },
  { label: 'as many tokens as heads', make: (r) => drawn(r, 2, 2, 2) },
  { label: 'heads as wide as there are heads', make: (r) => drawn(r, 3, 2, 2) },
  { label: 'six tokens, three heads', make: (r) => drawn(r, 6, 3, 1) },
  { label: 'tokens of zeros', make: (r) => [[0, 0, 0].map(() => [0, 0, 0, 0]), ...tail(drawn(r, 1, 2, 2))] },
  { label: 'scores near −20,000', make: (r) => atLevel(r, -20_000), tolerance: LOOSE_TOLERANCE },
  { label: 'scores near +10,000', make: (r) => atLevel(r, 10_000), tolerance: LOOSE_TOLERANCE },
]

const tail = ([, ...rest]: LayerArgs) => rest

/** All scores near one level, exact in single precision: queries are 1s, keys carry the level, two heads of width 4. */
function atLevel(r: Random, level: number): LayerArgs {
  const eight = [0, 1, 2, 3, 4, 5, 6, 7]
  const X = [0, 1, 2].map(() => [1, ...eight.slice(1).map(() => r.int(-2, 2))])
  const row = (i: number, value: number): Matrix => eight.map((j) => eight.map(() => (j === i ? value : 0)))
  const Wk = eight.map((j) => eight.map((c) => (j === 0 ? level / 2 : c % 4 === 0 && j === 1 + c / 4 ? 1 : 0)))
  const Wv = eight.map((j) => eight.map((c) => (j === c ? 1 : 0)))
  const Wo = eight.map((j) => eight.map((c) => ((j + 3 * c) % 8 === 0 ? 1 : 0)))
  return [X, row(0, 1), Wk, Wv, Wo, 2]
}
