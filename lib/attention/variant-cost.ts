import { assertCount } from './shape.ts'

/** The shapes of one layer. */
export interface LayerShape {
  readonly n: number
  readonly dModel: number
  readonly heads: number
  readonly kvHeads: number
  readonly headDim: number
  readonly dFf: number
  /** Three matrices instead of two, as SwiGLU has. */
  readonly gated: boolean
}

/**
 * Multiply-adds of one layer over n tokens, by part, with the full score matrix.
 *
 * @param size  the shapes of the layer
 * @returns multiply-adds of projections, attention and feed-forward
 * @throws RangeError when a size is not a whole number ≥ 1
 * @complexity O(1)
 * @see Kaplan et al. 2020, table 1
 */
export function layerCost({ gated, ...size }: LayerShape): {
  readonly projections: number
  readonly attention: number
  readonly feedForward: number
} {
  requireCounts(size)
  const { n, dModel, heads, kvHeads, headDim, dFf } = size
  return {
    projections: n * dModel * headDim * (2 * heads + 2 * kvHeads),
    attention: 2 * n * n * heads * headDim,
    feedForward: (gated ? 3 : 2) * n * dModel * dFf,
  }
}

/**
 * Multiply-adds of causal sliding-window attention with sinks: each query meets at most window + sinks keys.
 *
 * @param window  keys seen, the token itself counted
 * @returns multiplyAdds and scoreEntries of one head of width d
 * @throws RangeError when a size is out of range
 * @complexity O(n)
 * @see Beltagy et al. 2020, §3.1
 */
export function slidingWindowCost(n: number, d: number, window: number, sinks = 0) {
  requireCounts({ n, d, window })
  assertCount('sinks', sinks, 0)
  let scoreEntries = 0
  for (let i = 0; i < n; i++) scoreEntries += Math.min(i + 1, window) + Math.min(sinks, Math.max(0, i + 1 - window))
  return { multiplyAdds: 2 * scoreEntries * d, scoreEntries }
}

/**
 * Multiply-adds of causal linear attention: each token writes into a d × dV state and reads it.
 *
 * @param n  tokens
 * @returns multiplyAdds, no scores, and the numbers of the state
 * @throws RangeError when a size is not a whole number ≥ 1
 * @complexity O(1)
 * @see Katharopoulos et al. 2020, §3.2
 */
export function linearAttentionCost(n: number, d: number, dV = d) {
  requireCounts({ n, d, dV })
  return { multiplyAdds: 2 * n * d * (dV + 1), scoreEntries: 0, stateEntries: d * (dV + 1) }
}

/**
 * Multiply-adds of generating n tokens in one layer of a deep model, with and without a KV cache: Q, K, V and causal
 * attention of one head, without the output projection and the feed-forward layer.
 *
 * With the cache, step t projects one token, 3d², and attends over t keys, 2td. Without it the prefix of t tokens is
 * projected again, 3td², and each of its tokens attends over its own past, dt(t + 1).
 *
 * @param n  tokens generated
 * @param d  width of the layer
 * @returns multiply-adds with and without the cache
 * @throws RangeError when a size is not a whole number ≥ 1
 * @complexity O(1)
 * @see Pope et al. 2022
 */
export function decodeCost(n: number, d: number) {
  requireCounts({ n, d })
  const tokens = (n * (n + 1)) / 2
  return { cached: 3 * n * d * d + 2 * d * tokens, uncached: 3 * d * d * tokens + (d * n * (n + 1) * (n + 2)) / 3 }
}

function requireCounts(sizes: Readonly<Record<string, number>>): void {
  for (const [name, size] of Object.entries(sizes)) assertCount(name, size)
}
