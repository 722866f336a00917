/** The shapes of a model that decide how large its cache is. */
export interface ServedModel {
  readonly name: string
  readonly layers: number
  readonly heads: number
  readonly kvHeads: number
  readonly headDim: number
}

/** Models that interviewers ask about. Sources: LLaMA 2023, Llama 2 2023, Llama 3 2024, Mistral 7B 2023, GPT-3 2020. */
export const servedModels: readonly [ServedModel, ...ServedModel[]] = [
  { name: 'LLaMA-7B', layers: 32, heads: 32, kvHeads: 32, headDim: 128 },
  { name: 'LLaMA-13B', layers: 40, heads: 40, kvHeads: 40, headDim: 128 },
  { name: 'LLaMA-65B', layers: 80, heads: 64, kvHeads: 64, headDim: 128 },
  { name: 'GPT-3 175B', layers: 96, heads: 96, kvHeads: 96, headDim: 128 },
  { name: 'Llama-2-70B', layers: 80, heads: 64, kvHeads: 8, headDim: 128 },
  { name: 'Llama-3-8B', layers: 32, heads: 32, kvHeads: 8, headDim: 128 },
  { name: 'Llama-3.1-405B', layers: 126, heads: 128, kvHeads: 8, headDim: 128 },
  { name: 'Mistral 7B', layers: 32, heads: 32, kvHeads: 8, headDim: 128 },
]

/** Those whose query heads share KV heads. */
export const groupedModels = servedModels.filter((it) => it.kvHeads < it.heads) as [ServedModel, ...ServedModel[]]

/** A model's shape as a question states it: nobody needs to know it by heart. */
export const shapeOf = ({ name, layers, heads, kvHeads, headDim }: ServedModel): string =>
  kvHeads === heads
    ? `${name} (${layers} layers, ${heads} heads of width ${headDim})`
    : `${name} (${layers} layers, ${heads} query heads and ${kvHeads} KV heads of width ${headDim})`

/** The part of a model's shape that its cache is made of. */
export const cacheShape = ({ layers, kvHeads, headDim }: ServedModel) => ({ layers, kvHeads, headDim })
