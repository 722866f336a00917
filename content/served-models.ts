/** The shapes of a model that decide how large its cache is. */
export interface ServedModel {
  readonly name: string
  readonly layers: number
  readonly heads: number
  readonly kvHeads: number
  readonly headDim: number
  /** The longest text that the released model was trained to read, in tokens. */
  readonly context: number
}

/**
 * Models that interviewers ask about. Sources: LLaMA 2023 (Table 2), Llama 2 2023 (Table 1), Llama 3 2024 (Table 3),
 * Mistral 7B 2023 (Table 1), GPT-3 2020 (Table 2.1). Version 0.1 of Mistral 7B keeps a window of 4,096 tokens; version
 * 0.2 has no window.
 */
export const servedModels: readonly [ServedModel, ...ServedModel[]] = [
  { name: 'Llama-2-7B', layers: 32, heads: 32, kvHeads: 32, headDim: 128, context: 4096 },
  { name: 'Llama-2-13B', layers: 40, heads: 40, kvHeads: 40, headDim: 128, context: 4096 },
  { name: 'LLaMA-65B', layers: 80, heads: 64, kvHeads: 64, headDim: 128, context: 2048 },
  { name: 'GPT-3 175B', layers: 96, heads: 96, kvHeads: 96, headDim: 128, context: 2048 },
  { name: 'Llama-2-70B', layers: 80, heads: 64, kvHeads: 8, headDim: 128, context: 4096 },
  { name: 'Llama-3-8B', layers: 32, heads: 32, kvHeads: 8, headDim: 128, context: 8192 },
  { name: 'Llama-3.1-405B', layers: 126, heads: 128, kvHeads: 8, headDim: 128, context: 131_072 },
  { name: 'Mistral 7B v0.2', layers: 32, heads: 32, kvHeads: 8, headDim: 128, context: 32_768 },
]

/** Those whose query heads share KV heads. */
export const groupedModels = servedModels.filter(({ kvHeads, heads }) => kvHeads < heads) as [
  ServedModel,
  ...ServedModel[],
]

/** Those of some lengths that a model can read: questions must not give it a text that is longer than its context. */
export function readableLengths(
  { context }: ServedModel,
  lengths: readonly [number, ...number[]],
): readonly [number, ...number[]] {
  const [first = context, ...rest] = lengths.filter((length) => length <= context)
  return [first, ...rest]
}

/** A model's shape as a question states it: nobody needs to know it by heart. */
export const describeShape = ({ name, layers, heads, kvHeads, headDim }: ServedModel): string =>
  kvHeads === heads
    ? `${name} (${layers} layers, ${heads} heads of width ${headDim})`
    : `${name} (${layers} layers, ${heads} query heads and ${kvHeads} KV heads of width ${headDim})`

/** The part of a model's shape that its cache is made of. */
export const cacheShape = ({ layers, kvHeads, headDim }: ServedModel) => ({ layers, kvHeads, headDim })
