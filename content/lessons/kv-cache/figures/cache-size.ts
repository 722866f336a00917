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

// Touvron et al. 2023, Llama 2 (Table 1); the widths of the feed-forward layers are those of the released models.
export const LLAMA_2_7B = {
  name: 'Llama-2-7B',
  layers: 32,
  queryHeads: 32,
  kvHeads: 32,
  headDim: 128,
  feedForward: 11008,
  vocabulary: 32000,
} as const satisfies Model

export const LLAMA_2_13B = {
  name: 'Llama-2-13B',
  layers: 40,
  queryHeads: 40,
  kvHeads: 40,
  headDim: 128,
  feedForward: 13824,
  vocabulary: 32000,
} as const satisfies Model

const LLAMA_2_70B = {
  name: 'Llama-2-70B',
  layers: 80,
  queryHeads: 64,
  kvHeads: 8,
  headDim: 128,
  feedForward: 28672,
  vocabulary: 32000,
} as const satisfies Model

/** The models that the figure offers. */
export const MODELS = [LLAMA_2_7B, LLAMA_2_70B] as const

export interface CacheSize {
  readonly perToken: number
  readonly perSequence: number
  readonly whole: number
  readonly weights: number
}

/** Bytes of a model's KV cache, and of its weights in fp16. */
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

/** Weights of a LLaMA: attention, gated feed-forward and two norms per layer; embedding, head and a last norm. */
export function parameters({ layers, queryHeads, kvHeads, headDim, feedForward, vocabulary }: Model): number {
  const width = queryHeads * headDim
  const attention = 2 * width * width + 2 * width * kvHeads * headDim
  return layers * (attention + 3 * width * feedForward + 2 * width) + 2 * vocabulary * width + width
}
