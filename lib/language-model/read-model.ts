import { z } from 'zod'
import { ModelFileError } from './model-file-error.ts'
import { parseJson, readSafetensors } from './read-safetensors.ts'

const count = z.number().int().positive()
const ConfigSchema = z
  .object({
    vocab: count,
    context: count,
    d_model: count,
    layers: count,
    heads: count,
    kv_heads: count,
    head_dim: count,
    d_ff: count,
  })
  .transform((config) => ({
    vocab: config.vocab,
    context: config.context,
    dModel: config.d_model,
    layers: config.layers,
    heads: config.heads,
    kvHeads: config.kv_heads,
    headDim: config.head_dim,
    dFf: config.d_ff,
  }))
  .refine(({ heads, kvHeads }) => heads % kvHeads === 0, 'kv_heads must divide heads')
/** The sizes of a model. */
export type ModelConfig = z.infer<typeof ConfigSchema>

/** The weights of one layer, each matrix row by row: entry (i, j) of an n × m matrix is at i·m + j. */
export interface LayerWeights {
  readonly norm1: Float32Array
  /** dModel × (heads·headDim) */
  readonly wq: Float32Array
  /** dModel × (kvHeads·headDim) */
  readonly wk: Float32Array
  readonly wv: Float32Array
  /** (heads·headDim) × dModel */
  readonly wo: Float32Array
  readonly norm2: Float32Array
  /** dModel × dFf */
  readonly w1: Float32Array
  /** dFf × dModel */
  readonly w2: Float32Array
}

/** A trained language model over characters, as its file holds it. */
export interface CharacterModel {
  readonly config: ModelConfig
  /** The character of each token id. */
  readonly chars: readonly string[]
  /** vocab × dModel */
  readonly wte: Float32Array
  /** context × dModel */
  readonly wpe: Float32Array
  readonly layers: readonly LayerWeights[]
  readonly norm: Float32Array
}

/**
 * Reads a model from a safetensors file whose metadata holds `config` and `chars`.
 *
 * @param bytes  the whole file
 * @throws ModelFileError when the file can't be read, or a tensor is absent or has another shape than `config` says
 */
export function readModel(bytes: Uint8Array): CharacterModel {
  const { metadata, tensors } = readSafetensors(bytes)
  const config = parseJson(ConfigSchema, requireText(metadata, 'config'), 'The config of the model')
  const chars = parseJson(
    z.array(z.string()).length(config.vocab),
    requireText(metadata, 'chars'),
    'The list of characters',
  )
  const { vocab, context, dModel, heads, kvHeads, headDim, dFf } = config
  const read = (name: string, ...shape: readonly number[]): Float32Array => {
    const tensor = tensors.get(name)
    if (!tensor) throw new ModelFileError(`The file has no tensor ${name}.`)
    if (tensor.shape.join() !== shape.join())
      throw new ModelFileError(
        `Tensor ${name} has the shape ${tensor.shape.join(' × ')}; the config says ${shape.join(' × ')}.`,
      )
    return tensor.data
  }
  return {
    config,
    chars,
    wte: read('wte', vocab, dModel),
    wpe: read('wpe', context, dModel),
    layers: Array.from({ length: config.layers }, (_, l) => ({
      norm1: read(`layer.${l}.norm1.gain`, dModel),
      wq: read(`layer.${l}.wq`, dModel, heads * headDim),
      wk: read(`layer.${l}.wk`, dModel, kvHeads * headDim),
      wv: read(`layer.${l}.wv`, dModel, kvHeads * headDim),
      wo: read(`layer.${l}.wo`, heads * headDim, dModel),
      norm2: read(`layer.${l}.norm2.gain`, dModel),
      w1: read(`layer.${l}.w1`, dModel, dFf),
      w2: read(`layer.${l}.w2`, dFf, dModel),
    })),
    norm: read('norm.gain', dModel),
  }
}

function requireText(metadata: Readonly<Record<string, string>>, key: string): string {
  const text = metadata[key]
  if (text === undefined) throw new ModelFileError(`The metadata of the file has no ${key}.`)
  return text
}
