import type { LanguageModel } from '../attention/language-model.ts'
import type { CharacterModel } from './read-model.ts'

/** The same model for the reference engine, in plain arrays. */
export function toLanguageModel({ config, wte, wpe, layers, norm }: CharacterModel): LanguageModel {
  const { dModel, heads, kvHeads, headDim, dFf } = config
  return {
    heads,
    kvHeads,
    wte: toRows(wte, dModel),
    wpe: toRows(wpe, dModel),
    layers: layers.map((layer) => ({
      norm1: [...layer.norm1],
      wq: toRows(layer.wq, heads * headDim),
      wk: toRows(layer.wk, kvHeads * headDim),
      wv: toRows(layer.wv, kvHeads * headDim),
      wo: toRows(layer.wo, dModel),
      norm2: [...layer.norm2],
      w1: toRows(layer.w1, dFf),
      w2: toRows(layer.w2, dModel),
    })),
    norm: [...norm],
  }
}

/** A flat matrix as rows of one width. */
export function toRows(flat: Float32Array, width: number): number[][] {
  return Array.from({ length: flat.length / width }, (_, i) => [...flat.subarray(i * width, (i + 1) * width)])
}
