import { dot, weightedSum } from '#lib/attention/matrix.ts'
import { softmax } from '#lib/attention/softmax.ts'

/** A point of the plane, or a vector from its origin. */
export type Vector = readonly [x: number, y: number]

/** The lesson's worked example: made-up keys and values, two numbers wide, so that they can be drawn. */
export const TOKENS = ['the', 'river', 'bank', 'flooded'] as const
export const KEYS: readonly Vector[] = [
  [1, -2],
  [1, 0],
  [0, 1],
  [-1, 1],
]
export const VALUES: readonly Vector[] = [
  [0, 1],
  [4, 0],
  [2, 4],
  [5, 3],
]
/** The query of “bank”. */
export const START: Vector = [2, 1]

/** A query stays within ±4 in both directions, on steps of 0.1. */
export const MAX_COMPONENT = 4
const STEPS_PER_UNIT = 10

/** The attention of one query, step by step. All lists have one entry per token. */
export interface OneQuery {
  readonly scores: readonly number[]
  /** e to the power of each score. */
  readonly exponentials: readonly number[]
  readonly weights: readonly number[]
  readonly output: Vector
}

/** Attention of the query `q` over the example's keys and values, without a scale. */
export function attendWith(q: Vector): OneQuery {
  const scores = KEYS.map((k) => dot(q, k))
  const weights = softmax(scores)
  const [x = 0, y = 0] = weightedSum(weights, VALUES)
  return { scores, exponentials: scores.map((s) => Math.exp(s)), weights, output: [x, y] }
}

/** The nearest place that a query may have: within the plane, and on a step. */
export const placeQuery = ([x, y]: Vector): Vector => [snap(x), snap(y)]

/** Where an arrow key takes the query; undefined for any other key. With `far`, a step is a whole unit. */
export function moveByKey([x, y]: Vector, key: string, far: boolean): Vector | undefined {
  const direction = DIRECTIONS.get(key)
  if (!direction) return undefined
  const step = far ? 1 : 0.2
  return placeQuery([x + step * direction[0], y + step * direction[1]])
}

const DIRECTIONS: ReadonlyMap<string, Vector> = new Map([
  ['ArrowRight', [1, 0]],
  ['ArrowLeft', [-1, 0]],
  ['ArrowUp', [0, 1]],
  ['ArrowDown', [0, -1]],
])

/** Indices of the tokens with the highest score. */
export function findTop(scores: readonly number[]): readonly number[] {
  const max = Math.max(...scores)
  return scores.flatMap((s, j) => (max - s < 1e-9 ? [j] : []))
}

function snap(x: number): number {
  const clamped = Math.max(-MAX_COMPONENT, Math.min(MAX_COMPONENT, x))
  // adding 0 turns −0 into 0
  return Math.round(clamped * STEPS_PER_UNIT) / STEPS_PER_UNIT + 0
}
