import type { KeptHeads } from '../attention/language-model.ts'
import { attendCausally } from './attend-causally.ts'
import type { FastModel } from './fast-model.ts'

/** What one pass over a text gives. */
export interface ModelRun {
  /** n × vocab */
  readonly logits: Float32Array
  /** Attention weights of each layer, [heads][n][n] in one array. */
  readonly attention: readonly Float32Array[]
}

/**
 * Runs a whole text through the model at once, with the weights of every head.
 *
 * @param tokens  n ids, n at most the context
 * @param keep  the heads that are on; all are if absent
 * @throws RangeError when there is no token, an id is unknown, or the context is exceeded
 */
export function runModel(model: FastModel, tokens: readonly number[], keep?: KeptHeads): ModelRun {
  const { config } = model
  const n = tokens.length
  let X = model.embed(tokens)
  const attention = Array.from({ length: config.layers }, (_, l) => {
    const weights = new Float32Array(config.heads * n * n)
    X = model.runLayer(X, l, (projected) => attendCausally(projected, { config, keep: keep?.[l], weights }))
    return weights
  })
  return { logits: model.computeLogits(X), attention }
}
