import { kvCacheBytes } from '#lib/attention/cost.ts'

/** What of a model's architecture decides about the size of its cache and of its weights. */
export interface Model {
  readonly name: string
  readonly layers: number
  readonly queryHeads: number
  readonly kvHeads: number
  readonly headDim: number
  readonly feedForward: number
  readonly vocabulary: number
}

/** Touvron et al. 2023: LLaMA (Table 2), Llama 2 (§2.2); the widths of the feed-forward are those of the released models. */
export const MODELS = [
  {
    name: 'LLaMA-7B',
    layers: 32,
    queryHeads: 32,
    kvHeads: 32,
    headDim: 128,
    feedForward: 11008,
    vocabulary: 32000,
  },
  {
    name: 'Llama-2-70B',
    layers: 80,
    queryHeads: 64,
    kvHeads: 8,
    headDim: 128,
    feedForward: 28672,
    vocabulary: 32000,
  },
] as const satisfies readonly Model[]

export interface CacheSize {
  readonly perToken: number
  readonly perSequence: number
  readonly whole: number
  readonly weights: number
}

/** Bytes of a model's KV cache, and of its weights in fp16 beside it. */
export function cacheSize(model: Model, seqLen: number, batch: number, bytesPerElement: number): CacheSize {
  const { layers, kvHeads, headDim } = model
  const bytes = (tokens: number, sequences: number) =>
    kvCacheBytes({ layers, batch: sequences, seqLen: tokens, kvHeads, headDim, bytesPerElement })
  return {
    perToken: bytes(1, 1),
    perSequence: bytes(seqLen, 1),
    whole: bytes(seqLen, batch),
    weights: 2 * parameters(model),
  }
}

/** Weights of a LLaMA: attention, gated feed-forward and two norms a layer; embedding, head and a last norm. */
export function parameters({ layers, queryHeads, kvHeads, headDim, feedForward, vocabulary }: Model): number {
  const width = queryHeads * headDim
  const attention = 2 * width * width + 2 * width * kvHeads * headDim
  return layers * (attention + 3 * width * feedForward + 2 * width) + 2 * vocabulary * width + width
}
