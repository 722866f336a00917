import { type BlockWeights, decoderBlockSteps } from './decoder-block.ts'
import { dot, type Matrix } from './matrix.ts'
import { rmsNorm } from './rms-norm.ts'
import { assertEqualSizes } from './shape.ts'

/** A decoder-only language model: learned positions, blocks, a final norm, tied output. */
export interface LanguageModel {
  readonly heads: number
  readonly kvHeads: number
  /** vocab × dModel; embeds tokens and, transposed, gives the logits. */
  readonly wte: Matrix
  /** context × dModel */
  readonly wpe: Matrix
  readonly layers: readonly BlockWeights[]
  readonly norm: readonly number[]
}

/** Which query heads are on, [layers][heads]; false switches a head off. */
export type KeptHeads = readonly (readonly boolean[])[]

/**
 * Logits of every position in one parallel pass, as in training and prefill.
 *
 * @param model  the weights
 * @param tokens  n ids below the vocabulary's size, n at most the context
 * @param keep  the heads that are on; all are if absent
 * @returns logits, n × vocab, and attention weights, [layers][heads][n][n]
 * @throws RangeError when there is no token, an id is unknown, the context is exceeded, or `keep` has not one entry per
 *   layer and head
 * @complexity n·(parameters) + layers·2·n²·dModel multiply-adds
 * @see Radford et al. 2019 (GPT-2); Press & Wolf 2017 (tied output)
 */
export function languageModel(
  model: LanguageModel,
  tokens: readonly number[],
  keep?: KeptHeads,
): { logits: number[][]; attention: number[][][][] } {
  if (tokens.length === 0) throw new RangeError('there is no token to start from')
  if (keep) assertEqualSizes('the number of layers', model.layers.length, 'of rows of keep', keep.length)
  let X = tokens.map((token, position) => embed(model, token, position))
  const attention = model.layers.map((layer, l) => {
    const { output, weights } = decoderBlockSteps(X, layer, model.heads, model.kvHeads, keep?.[l])
    X = output
    return weights
  })
  return { logits: X.map((x) => unembed(model, x)), attention }
}

/**
 * The vector that enters the first block: embedding of the token plus that of its position.
 *
 * @param token  its id
 * @param position  0 … context − 1
 * @returns dModel numbers
 * @throws RangeError when the id is unknown or the position lies beyond the context
 * @complexity O(dModel)
 * @see Radford et al. 2018 (learned positions)
 */
export function embed({ wte, wpe }: LanguageModel, token: number, position: number): number[] {
  const row = wte[token]
  const place = wpe[position]
  if (!row) throw new RangeError(`there is no token ${token} in a vocabulary of ${wte.length}`)
  if (!place) throw new RangeError(`position ${position} lies beyond the context of ${wpe.length} tokens`)
  return row.map((x, c) => x + (place[c] as number))
}

/**
 * Logits of the next token: the last block's output, normalised, against every embedding.
 *
 * @param x  dModel numbers
 * @returns vocab numbers
 * @throws RangeError when x has not the width of the embeddings
 * @complexity vocab·dModel multiply-adds
 * @see Press & Wolf 2017
 */
export function unembed({ wte, norm }: LanguageModel, x: readonly number[]): number[] {
  const normalised = rmsNorm(x, norm)
  return wte.map((row) => dot(normalised, row))
}
