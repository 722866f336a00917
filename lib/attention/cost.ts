import { assertCount } from './shape.ts'

/** The work of one head over the full matrix. */
export interface AttentionCost {
  readonly multiplyAdds: number
  readonly scoreEntries: number
}

/**
 * Cost of one head of self-attention over n tokens: Q·Kᵀ and P·V take n²·d multiply-adds each.
 *
 * Softmax, scale and projections are not counted. A multiply-add is two FLOPs.
 *
 * @param n  tokens
 * @param d  width of queries, keys and values
 * @returns 2·n²·d multiply-adds and n² scores
 * @throws RangeError when a count is not a whole number ≥ 1
 * @complexity O(1)
 * @see Vaswani et al. 2017, table 1
 */
export function attentionCost(n: number, d: number): AttentionCost {
  requireCounts({ n, d })
  return { multiplyAdds: 2 * n * n * d, scoreEntries: n * n }
}

/**
 * Bytes of all score matrices kept at once, as a naive backward pass would: layers·heads·n²·bytes, batch 1.
 *
 * @param size  n tokens, heads a layer, layers, bytes of one number
 * @returns bytes
 * @throws RangeError when a count is not a whole number ≥ 1
 * @complexity O(1)
 * @see Dao et al. 2022, §2.2
 */
export function scoreMatrixBytes(size: {
  readonly n: number
  readonly heads: number
  readonly layers: number
  readonly bytesPerElement: number
}): number {
  requireCounts(size)
  return size.layers * size.heads * size.n * size.n * size.bytesPerElement
}

/** What a KV cache is made of. */
export interface KVCacheSize {
  readonly layers: number
  readonly batch: number
  readonly seqLen: number
  readonly kvHeads: number
  readonly headDim: number
  readonly bytesPerElement: number
}

/**
 * Bytes of a KV cache: 2·layers·batch·seqLen·kvHeads·headDim·bytesPerElement. The 2 is for keys and values.
 *
 * Llama-2-7B (32 layers, 32 heads × 128, fp16) at 4,096 tokens: 2 GiB per sequence, 64 GiB at batch 32.
 *
 * @param size  what the cache is made of
 * @returns bytes
 * @throws RangeError when a count is not a whole number ≥ 1
 * @complexity O(1)
 * @see Pope et al. 2022
 */
export function kvCacheBytes(size: KVCacheSize): number {
  requireCounts(size)
  return 2 * size.layers * size.batch * size.seqLen * size.kvHeads * size.headDim * size.bytesPerElement
}

/** What a cache of latents is made of: multi-head latent attention keeps no keys and values. */
export interface LatentCacheSize {
  readonly layers: number
  readonly batch: number
  readonly seqLen: number
  /** Width of the latent from which the keys and values of all heads are computed. */
  readonly latentDim: number
  /** Width of the one rotated key that all heads share. */
  readonly ropeDim: number
  readonly bytesPerElement: number
}

/**
 * Bytes of a cache of latents: (latentDim + ropeDim)·layers·batch·seqLen·bytesPerElement, for all heads together.
 *
 * DeepSeek-V3 (61 layers, 512 + 64, 16 bits): 70,272 bytes per token, 68.6 KiB.
 *
 * @param size  what the cache is made of
 * @returns bytes
 * @throws RangeError when a count is not a whole number ≥ 1
 * @complexity O(1)
 * @see DeepSeek-AI 2024 (DeepSeek-V2), §2.1.4, table 1
 */
export function latentCacheBytes(size: LatentCacheSize): number {
  requireCounts(size)
  return (size.latentDim + size.ropeDim) * size.layers * size.batch * size.seqLen * size.bytesPerElement
}

/**
 * How many times smaller the cache is when query heads share key/value heads: h/g.
 *
 * @param queryHeads  h
 * @param kvHeads  g, a divisor of h
 * @returns h/g
 * @throws RangeError when g does not divide h
 * @complexity O(1)
 * @see Ainslie et al. 2023
 */
export function cacheReduction(queryHeads: number, kvHeads: number): number {
  requireCounts({ queryHeads, kvHeads })
  if (queryHeads % kvHeads !== 0) {
    throw new RangeError(`${queryHeads} query heads cannot share ${kvHeads} KV heads evenly: ${kvHeads} must divide it`)
  }
  return queryHeads / kvHeads
}

/** Sizes are whole numbers ≥ 1; an element may take a part of a byte (½ for int4). */
function requireCounts(sizes: object): void {
  for (const [name, size] of Object.entries(sizes)) {
    if (name !== 'bytesPerElement') assertCount(name, size)
    else if (!(size > 0)) throw new RangeError(`bytesPerElement is ${size}: it must be above 0`)
  }
}
