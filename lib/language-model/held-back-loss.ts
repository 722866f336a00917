import type { KeptHeads } from '../attention/language-model.ts'
import { attendCausally } from './attend-causally.ts'
import type { FastModel } from './fast-model.ts'

/**
 * Mean loss of logits, in nats per token: −ln of the probability of the token that came.
 *
 * @param logits  n × vocab
 * @param targets  n ids
 */
export function computeLoss(logits: Float32Array, targets: readonly number[]): number {
  const vocab = logits.length / targets.length
  const total = targets.reduce((sum, target, i) => {
    const row = logits.subarray(i * vocab, (i + 1) * vocab)
    let max = Number.NEGATIVE_INFINITY
    for (const logit of row) if (logit > max) max = logit
    let powers = 0
    for (const logit of row) powers += Math.exp(logit - max)
    return sum + max + Math.log(powers) - (row[target] ?? Number.NEGATIVE_INFINITY)
  }, 0)
  return total / targets.length
}

/** A window of text and its results from the last measurement. */
interface MeasuredWindow {
  readonly inputs: readonly number[]
  readonly targets: readonly number[]
  /** What entered each layer, as far as it was computed. */
  readonly states: Float32Array[]
  keep?: KeptHeads
  loss: number
}

/**
 * The loss on held-back text as heads are switched on and off. Layers below the first one that changed aren't computed
 * again.
 */
export class HeldBackLoss {
  readonly #model: FastModel
  readonly #windows: readonly MeasuredWindow[]

  /**
   * @param windows  token ids; each is one token longer than what the model reads, as the last one is only a target
   */
  constructor(model: FastModel, windows: readonly (readonly number[])[]) {
    this.#model = model
    this.#windows = windows.map((tokens) => ({
      inputs: tokens.slice(0, -1),
      targets: tokens.slice(1),
      states: [],
      loss: 0,
    }))
  }

  /**
   * Measures one window after the other, so that a caller can show progress or stop.
   *
   * @param keep  the heads that are on
   * @returns after each window, the mean loss in nats per token over the windows so far, and the share that is done
   */
  *measure(keep: KeptHeads): Generator<{ readonly loss: number; readonly done: number }> {
    let sum = 0
    for (const [i, window] of this.#windows.entries()) {
      sum += this.#measureWindow(window, keep)
      yield { loss: sum / (i + 1), done: (i + 1) / this.#windows.length }
    }
  }

  #measureWindow(window: MeasuredWindow, keep: KeptHeads): number {
    const { config } = this.#model
    const before = window.keep
    const first = before ? keep.findIndex((heads, l) => heads.join() !== before[l]?.join()) : 0
    if (first === -1) return window.loss
    let X = window.states[first] ?? this.#model.embed(window.inputs)
    for (let l = first; l < config.layers; l++) {
      window.states[l] = X
      X = this.#model.runLayer(X, l, (projected) => attendCausally(projected, { config, keep: keep[l] }))
    }
    window.keep = keep.map((heads) => [...heads])
    window.loss = computeLoss(this.#model.computeLogits(X), window.targets)
    return window.loss
  }
}
