import { kvHeadIndex } from '#lib/attention/grouped-query-attention.ts'

/** The layer that the figure shows: 8 query heads of width 128 in a model of width 1,024, with 4,096 tokens cached. */
export const QUERY_HEADS = 8
export const HEAD_DIM = 128
export const MODEL_WIDTH = QUERY_HEADS * HEAD_DIM
export const CACHED_TOKENS = 4096

/** What one layer keeps, holds and does in a decoding step. */
export interface SharedCosts {
  /** Numbers in the cache: keys and values. */
  readonly cached: number
  /** Weights of W_K and W_V. */
  readonly kvWeights: number
  /** Weights of W_Q and W_O. */
  readonly otherWeights: number
  /** Scores of the newest token, over all query heads. */
  readonly scores: number
}

/**
 * What sharing makes cheaper, and what stays.
 *
 * @param kvHeads  g
 * @returns numbers, weights and scores of one layer
 */
export function countSharedCosts(kvHeads: number): SharedCosts {
  return {
    cached: 2 * CACHED_TOKENS * kvHeads * HEAD_DIM,
    kvWeights: 2 * MODEL_WIDTH * kvHeads * HEAD_DIM,
    otherWeights: 2 * MODEL_WIDTH * QUERY_HEADS * HEAD_DIM,
    scores: QUERY_HEADS * CACHED_TOKENS,
  }
}

/** A row per query head, a column per KV head: 1 where the query head reads it. */
export function readingPattern(kvHeads: number): number[][] {
  return Array.from({ length: QUERY_HEADS }, (_, i) => {
    const kv = kvHeadIndex(i, QUERY_HEADS, kvHeads)
    return Array.from({ length: kvHeads }, (_, j) => (j === kv ? 1 : 0))
  })
}
