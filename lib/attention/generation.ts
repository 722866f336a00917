import { decodeStep, type LayerCache } from './decode-step.ts'
import { decoderBlockWith } from './decoder-block.ts'
import { embed, type LanguageModel, unembed } from './language-model.ts'

/**
 * A text in the making: one token goes in, logits of the next come out, and keys and values are kept per layer.
 *
 * Gives what `languageModel` gives for the whole prefix, projecting each token once.
 */
export class Generation {
  readonly #model: LanguageModel
  readonly #caches: readonly LayerCache[]
  readonly #step: typeof decodeStep
  #length = 0

  /**
   * @param model  the weights
   * @param step  attention of one token in one layer; ours, or a learner's
   */
  constructor(model: LanguageModel, step: typeof decodeStep = decodeStep) {
    this.#model = model
    this.#step = step
    const lists = () => Array.from({ length: model.kvHeads }, () => [])
    this.#caches = model.layers.map(() => ({ keys: lists(), values: lists() }))
  }

  /** Tokens taken so far. */
  get length(): number {
    return this.#length
  }

  /**
   * Takes one token.
   *
   * @param token  its id
   * @returns logits of the next token
   * @throws RangeError when the id is unknown or the context is full; nothing is taken then
   * @complexity one multiply-add a parameter, and layers·2·length·dModel for the attention
   */
  next(token: number): number[] {
    const { layers, heads, kvHeads } = this.#model
    let x: readonly number[] = embed(this.#model, token, this.#length)
    layers.forEach((w, i) => {
      const layer = { Wq: w.wq, Wk: w.wk, Wv: w.wv, Wo: w.wo, heads, kvHeads }
      const cache = this.#caches[i] ?? { keys: [], values: [] }
      x = decoderBlockWith([x], w, ([row = []]) => [this.#step(row, layer, cache)])[0] ?? []
    })
    this.#length++
    return unembed(this.#model, x)
  }
}
