import { dotAt, multiply, transpose } from './multiply.ts'
import type { CharacterModel, ModelConfig } from './read-model.ts'

/** Attention between the projections: queries, keys and values in, heads side by side out; before Wo. */
export type Attend = (projected: ProjectedTokens, layer: number) => Float32Array

/** The projections of n tokens, each n × (its heads·headDim). */
export interface ProjectedTokens {
  readonly n: number
  readonly queries: Float32Array
  readonly keys: Float32Array
  readonly values: Float32Array
}

/** The weights of a layer, each matrix transposed. */
interface FastLayer {
  readonly norm1: Float32Array
  readonly wq: Float32Array
  readonly wk: Float32Array
  readonly wv: Float32Array
  readonly wo: Float32Array
  readonly norm2: Float32Array
  readonly w1: Float32Array
  readonly w2: Float32Array
}

/**
 * The language model of `lib/attention/language-model.ts` on flat float32 arrays, for use on a learner's device. One
 * token is one row, so a vector of the residual stream starts at token·dModel.
 */
export class FastModel {
  readonly config: ModelConfig
  readonly #wte: Float32Array
  readonly #wpe: Float32Array
  readonly #layers: readonly FastLayer[]
  readonly #norm: Float32Array

  constructor({ config, wte, wpe, layers, norm }: CharacterModel) {
    const { dModel, heads, kvHeads, headDim, dFf } = config
    this.config = config
    this.#wte = wte
    this.#wpe = wpe
    this.#norm = norm
    this.#layers = layers.map((layer) => ({
      norm1: layer.norm1,
      wq: transpose(layer.wq, dModel, heads * headDim),
      wk: transpose(layer.wk, dModel, kvHeads * headDim),
      wv: transpose(layer.wv, dModel, kvHeads * headDim),
      wo: transpose(layer.wo, heads * headDim, dModel),
      norm2: layer.norm2,
      w1: transpose(layer.w1, dModel, dFf),
      w2: transpose(layer.w2, dFf, dModel),
    }))
  }

  /**
   * What enters the first layer: embeddings of tokens and positions.
   *
   * @param tokens  ids below the vocabulary's size
   * @param start  the position of the first of them
   * @returns n × dModel
   * @throws RangeError when there is no token, an id is unknown, or the context is exceeded
   */
  embed(tokens: readonly number[], start = 0): Float32Array {
    const { vocab, context, dModel } = this.config
    if (tokens.length === 0) throw new RangeError('there is no token to start from')
    if (start + tokens.length > context)
      throw new RangeError(`position ${start + tokens.length - 1} lies beyond the context of ${context} tokens`)
    const X = new Float32Array(tokens.length * dModel)
    tokens.forEach((token, i) => {
      if (!(token >= 0 && token < vocab)) throw new RangeError(`there is no token ${token} in a vocabulary of ${vocab}`)
      for (let c = 0; c < dModel; c++)
        X[i * dModel + c] = (this.#wte[token * dModel + c] as number) + (this.#wpe[(start + i) * dModel + c] as number)
    })
    return X
  }

  /**
   * One layer: attention, then feed-forward, each added to the residual stream.
   *
   * @param X  n × dModel; isn't changed
   * @param attend  attention over all tokens, or that of one token with a cache
   * @returns n × dModel
   */
  runLayer(X: Float32Array, layer: number, attend: Attend): Float32Array {
    const { dModel, heads, headDim, dFf } = this.config
    const w = this.#layers[layer]
    if (!w) throw new RangeError(`there is no layer ${layer} in a model of ${this.#layers.length}`)
    const normalized = normalizeRows(X, w.norm1)
    const projected = {
      n: X.length / dModel,
      queries: multiply(normalized, w.wq, dModel),
      keys: multiply(normalized, w.wk, dModel),
      values: multiply(normalized, w.wv, dModel),
    }
    const mixed = multiply(attend(projected, layer), w.wo, heads * headDim)
    const middle = addRows(X, mixed)
    const hidden = multiply(normalizeRows(middle, w.norm2), w.w1, dModel)
    for (let i = 0; i < hidden.length; i++) hidden[i] = geluTanh(hidden[i] as number)
    return addRows(middle, multiply(hidden, w.w2, dFf))
  }

  /**
   * Logits of the next token after each of n tokens.
   *
   * @param X  n × dModel, from the last layer
   * @returns n × vocab
   */
  computeLogits(X: Float32Array): Float32Array {
    return multiply(normalizeRows(X, this.#norm), this.#wte, this.config.dModel)
  }
}

/** RMSNorm of every row, ε 1e-5. */
function normalizeRows(X: Float32Array, gain: Float32Array): Float32Array {
  const width = gain.length
  const normalized = new Float32Array(X.length)
  for (let from = 0; from < X.length; from += width) {
    const by = 1 / Math.sqrt(dotAt(X, from, X, from, width) / width + 1e-5)
    for (let c = 0; c < width; c++) normalized[from + c] = (X[from + c] as number) * by * (gain[c] as number)
  }
  return normalized
}

function addRows(A: Float32Array, B: Float32Array): Float32Array {
  const sum = new Float32Array(A.length)
  for (let i = 0; i < A.length; i++) sum[i] = (A[i] as number) + (B[i] as number)
  return sum
}

const ROOT = Math.sqrt(2 / Math.PI)
const geluTanh = (x: number): number => 0.5 * x * (1 + Math.tanh(ROOT * (x + 0.044715 * x * x * x)))
