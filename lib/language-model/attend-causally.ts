import type { ProjectedTokens } from './fast-model.ts'
import { dotAt } from './multiply.ts'
import type { ModelConfig } from './read-model.ts'

interface CausalAttention {
  readonly config: ModelConfig
  /** One entry per query head; false leaves zeros in its columns. */
  readonly keep?: readonly boolean[] | undefined
  /** Filled with the weights, [heads][n][n] in one array, if given. */
  readonly weights?: Float32Array | undefined
}

/**
 * Causal grouped-query attention over a whole sequence, before Wo.
 *
 * @returns n × (heads·headDim)
 * @complexity heads·n²·headDim multiply-adds
 */
export function attendCausally(
  { n, queries, keys, values }: ProjectedTokens,
  { config: { heads, kvHeads, headDim }, keep, weights }: CausalAttention,
): Float32Array {
  const merged = new Float32Array(n * heads * headDim)
  const row = new Float32Array(n)
  const scale = 1 / Math.sqrt(headDim)
  for (let h = 0; h < heads; h++) {
    const isOn = keep?.[h] ?? true
    if (!isOn && !weights) continue
    const kvStart = Math.floor(h / (heads / kvHeads)) * headDim
    for (let i = 0; i < n; i++) {
      const query = (i * heads + h) * headDim
      let max = Number.NEGATIVE_INFINITY
      for (let j = 0; j <= i; j++) {
        const score = dotAt(queries, query, keys, j * kvHeads * headDim + kvStart, headDim) * scale
        row[j] = score
        if (score > max) max = score
      }
      let sum = 0
      for (let j = 0; j <= i; j++) {
        const power = Math.exp((row[j] as number) - max)
        row[j] = power
        sum += power
      }
      for (let j = 0; j <= i; j++) {
        const weight = (row[j] as number) / sum
        if (weights) weights[(h * n + i) * n + j] = weight
        if (!isOn) continue
        const value = j * kvHeads * headDim + kvStart
        for (let c = 0; c < headDim; c++)
          merged[query + c] = (merged[query + c] as number) + weight * (values[value + c] as number)
      }
    }
  }
  return merged
}
