import { parameters } from '#content/lessons/kv-cache/figures/cache-size.ts'

/** What of a model decides how large its cache is and what of a GPU is left for it. */
export interface PlannedModel {
  readonly name: string
  readonly layers: number
  /** Query heads h. */
  readonly heads: number
  readonly headDim: number
  /** How the released model stores keys and values. */
  readonly released: Storage
  /** The longest text that the released model was trained to read, in tokens. */
  readonly context: number
  /** Bytes of the released weights. */
  readonly weights: number
}

/** What is cached of a token in a layer: keys and values of all h heads, of 8 or of one, or a latent with a rotated key. */
export type Storage = 'all' | '8' | '1' | 'latent'

const llama = (
  shape: { name: string; layers: number; heads: number; kvHeads: number; context: number },
  feedForward: number,
  vocabulary: number,
): PlannedModel => ({
  name: shape.name,
  layers: shape.layers,
  heads: shape.heads,
  headDim: 128,
  released: shape.kvHeads === shape.heads ? 'all' : '8',
  context: shape.context,
  weights: 2 * parameters({ ...shape, queryHeads: shape.heads, headDim: 128, feedForward, vocabulary }),
})

/**
 * The models that the planner offers, with 16-bit weights, and DeepSeek-V3 with the 8-bit weights that it was released in.
 *
 * Sources: Llama 2 2023 (Table 1), Llama 3 2024 (Table 3), Mistral 7B 2023 (Table 1), DeepSeek-V3 2024 (§4.2); the widths of
 * the feed-forward layers of Llama 2 are those of the released models.
 */
export const PLANNED_MODELS = [
  llama({ name: 'Llama-2-7B', layers: 32, heads: 32, kvHeads: 32, context: 4096 }, 11_008, 32_000),
  llama({ name: 'Llama-2-70B', layers: 80, heads: 64, kvHeads: 8, context: 4096 }, 28_672, 32_000),
  llama({ name: 'Llama-3-8B', layers: 32, heads: 32, kvHeads: 8, context: 8192 }, 14_336, 128_256),
  llama({ name: 'Mistral-7B', layers: 32, heads: 32, kvHeads: 8, context: 8192 }, 14_336, 32_000),
  {
    name: 'DeepSeek-V3',
    layers: 61,
    heads: 128,
    headDim: 128,
    released: 'latent',
    context: 131_072,
    weights: 671e9,
  },
] as const satisfies readonly PlannedModel[]
