import { type Activation, type FeedForwardWeights, feedForward } from './feed-forward.ts'
import { type Heads, multiHead, type Projections } from './multi-head-attention.ts'
import { type Norm, sublayer, type Tokens } from './sublayer.ts'

export interface DecoderWeights {
  readonly selfAttention: Projections
  readonly norm1: Norm
  readonly crossAttention: Projections
  readonly norm2: Norm
  readonly feedForward: FeedForwardWeights
  readonly norm3: Norm
}

export interface DecoderOptions extends Heads {
  readonly order?: 'pre' | 'post'
  readonly activation?: Activation
  /** What the source's padding hides from cross-attention. */
  readonly crossOptions?: Heads['options']
}

/**
 * One decoder layer of the original Transformer: self-attention (causal unless `options` say otherwise),
 * cross-attention over the encoder's output, feed-forward, each in its residual connection.
 *
 * @param X  n × dModel, the target so far
 * @param memory  m × dModel, the encoder's output
 * @returns n × dModel
 * @throws RangeError when shapes do not fit, naming both
 * @complexity n·(6·dModel² + 2·dModel·dFf) + 2·m·dModel² + 2·(n² + n·m)·dModel multiply-adds
 * @see Vaswani et al. 2017, §3.1
 */
export function decoderLayer(
  X: Tokens,
  memory: Tokens,
  weights: DecoderWeights,
  { order = 'post', activation = 'relu', crossOptions, options = { causal: true }, heads, kvHeads }: DecoderOptions,
): number[][] {
  const self = { heads, options, ...(kvHeads !== undefined && { kvHeads }) }
  const cross = { heads, ...(kvHeads !== undefined && { kvHeads }), ...(crossOptions && { options: crossOptions }) }
  const attend = (x: Tokens) => multiHead(x, x, x, weights.selfAttention, self).output
  const read = (x: Tokens) => multiHead(x, memory, memory, weights.crossAttention, cross).output
  const think = (x: Tokens) => feedForward(x, weights.feedForward, activation)
  const attended = sublayer(X, attend, weights.norm1, order)
  return sublayer(sublayer(attended, read, weights.norm2, order), think, weights.norm3, order)
}
