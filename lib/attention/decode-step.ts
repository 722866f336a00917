import { attention } from './attention.ts'
import { kvHeadIndex } from './grouped-query-attention.ts'
import { type Matrix, weightedSum } from './matrix.ts'

/** The attention of one layer, for one token at a time. */
export interface AttentionLayer {
  /** dModel × (heads·w) */
  readonly Wq: Matrix
  /** dModel × (kvHeads·w) */
  readonly Wk: Matrix
  readonly Wv: Matrix
  /** (heads·w) × dModel */
  readonly Wo: Matrix
  readonly heads: number
  readonly kvHeads: number
}

/** Keys and values of the tokens so far, [kvHeads][tokens][w]. Grows with each step. */
export interface LayerCache {
  readonly keys: number[][][]
  readonly values: number[][][]
}

/**
 * One token through a layer's attention: multi-head, grouped, causal, cached.
 *
 * Appends this token's keys and values to the cache, then attends over all of them. Nothing else changes.
 *
 * @param x  dModel numbers, already normalised
 * @param layer  the projections
 * @param cache  one list per KV head, empty before the first token
 * @returns dModel numbers, after Wo
 * @throws RangeError when heads do not divide widths, or shapes do not fit
 * @complexity O(dModel²) for the projections, heads·tokens·2w multiply-adds for the attention
 * @see Pope et al. 2022; Ainslie et al. 2023
 */
export function decodeStep(x: readonly number[], layer: AttentionLayer, cache: LayerCache): number[] {
  const { heads, kvHeads } = layer
  const q = cut(weightedSum(x, layer.Wq), heads)
  const k = cut(weightedSum(x, layer.Wk), kvHeads)
  const v = cut(weightedSum(x, layer.Wv), kvHeads)
  for (let g = 0; g < kvHeads; g++) {
    cache.keys[g]?.push(k[g] ?? [])
    cache.values[g]?.push(v[g] ?? [])
  }
  const merged = q.flatMap((head, i) => {
    const g = kvHeadIndex(i, heads, kvHeads)
    return attention([head], cache.keys[g] ?? [], cache.values[g] ?? [])[0] ?? []
  })
  return weightedSum(merged, layer.Wo)
}

/** A vector cut into parts of equal width. */
function cut(row: readonly number[], parts: number): number[][] {
  if (row.length % parts !== 0) {
    throw new RangeError(`a width of ${row.length} does not split into ${parts} heads: ${parts} must divide it`)
  }
  const w = row.length / parts
  return Array.from({ length: parts }, (_, h) => row.slice(h * w, (h + 1) * w))
}
