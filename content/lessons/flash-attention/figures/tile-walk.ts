import { attentionSteps } from '#lib/attention/attention.ts'
import type { Matrix } from '#lib/attention/matrix.ts'

/** Tokens of the figure. */
export const COUNT = 6
export const BLOCK_SIZES = [2, 3, 4] as const
export type BlockSize = (typeof BLOCK_SIZES)[number]

/** A rectangle of the score matrix, without its ends: queries from `top` to `bottom`, keys from `left` to `right`. */
export interface Tile {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** What one query keeps: the running maximum and sum, and the output that isn't divided yet. */
export interface QueryState {
  readonly m: number
  readonly l: number
  readonly o: number
}

/** One position of the walk: the tile in fast memory, and what every query keeps before and after it. */
export interface WalkStep {
  /** Undefined before the first tile. */
  readonly tile: Tile | undefined
  readonly before: readonly QueryState[]
  readonly after: readonly QueryState[]
}

/** Attention of six queries over six keys, tile by tile and in the naive form. */
export interface TileWalk {
  /** n × n scaled scores, all of which the naive form stores. */
  readonly scores: Matrix
  /** What the naive form returns, one number per query. */
  readonly naive: readonly number[]
  /** The start, then one step per tile: a block of queries passes over all blocks of keys, then the next block begins. */
  readonly steps: readonly WalkStep[]
  /** Numbers held besides inputs and output: all scores; or the largest tile, and a maximum and a sum per query. */
  readonly held: { readonly naive: number; readonly tiled: number }
}

/**
 * Walks over the scores of six tokens in square tiles, as FlashAttention-2 orders them.
 *
 * @param size  queries and keys in a tile; where it doesn’t divide six, the last tiles are smaller
 * @see Dao 2023, Algorithm 1
 */
export function walkTiles(size: BlockSize): TileWalk {
  const { scores, output } = attentionSteps(Q, K, V)
  const steps: WalkStep[] = []
  let states: readonly QueryState[] = scores.map(() => EMPTY)
  steps.push({ tile: undefined, before: states, after: states })
  for (let top = 0; top < COUNT; top += size)
    for (let left = 0; left < COUNT; left += size) {
      const tile = { top, bottom: Math.min(top + size, COUNT), left, right: Math.min(left + size, COUNT) }
      const after = states.map((state, i) =>
        i >= tile.top && i < tile.bottom ? absorb(state, scores[i] ?? [], tile) : state,
      )
      steps.push({ tile, before: states, after })
      states = after
    }
  return {
    scores,
    naive: output.map(([value = Number.NaN]) => value),
    steps,
    held: { naive: COUNT * COUNT, tiled: size * size + 2 * COUNT },
  }
}

/** How many times the whole state shrinks when the maximum rises: exp(old − new), 0 where there was nothing. */
export const computeFactor = (before: QueryState, after: QueryState): number => Math.exp(before.m - after.m)

/** Whether a tile holds this entry of the score matrix. */
export const isInTile = (tile: Tile | undefined, i: number, j: number): boolean =>
  tile !== undefined && i >= tile.top && i < tile.bottom && j >= tile.left && j < tile.right

const EMPTY: QueryState = { m: Number.NEGATIVE_INFINITY, l: 0, o: 0 }

/** One query takes in its row of a tile. */
function absorb(state: QueryState, row: readonly number[], { left, right }: Tile): QueryState {
  const scores = row.slice(left, right)
  const m = Math.max(state.m, ...scores)
  const keep = Math.exp(state.m - m)
  const p = scores.map((s) => Math.exp(s - m))
  return {
    m,
    l: state.l * keep + p.reduce((sum, x) => sum + x, 0),
    o: state.o * keep + p.reduce((sum, x, j) => sum + x * (VALUES[left + j] ?? 0), 0),
  }
}

/** Set by hand so that all scores are whole numbers. */
const Q: Matrix = [
  [2, 0, -2, 0],
  [0, -2, 0, 0],
  [2, -2, 0, 0],
  [-2, 0, -2, -2],
  [0, -2, 2, 2],
  [0, 2, 0, -2],
]
const K: Matrix = [
  [2, 0, 2, 0],
  [0, -1, 1, -1],
  [0, 0, -1, -1],
  [1, 0, -1, -1],
  [-1, 2, -1, -1],
  [1, 1, 0, 2],
]
/** One number per value. */
export const VALUES: readonly number[] = [4, 0, 2, 8, 6, 2]
const V: Matrix = VALUES.map((value) => [value])
