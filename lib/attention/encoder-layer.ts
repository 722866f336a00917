import { type Activation, type FeedForwardWeights, feedForward } from './feed-forward.ts'
import { type Heads, multiHead, type Projections } from './multi-head-attention.ts'
import { type Norm, sublayer, type Tokens } from './sublayer.ts'

export interface EncoderWeights {
  readonly selfAttention: Projections
  readonly norm1: Norm
  readonly feedForward: FeedForwardWeights
  readonly norm2: Norm
}

/** How a layer is built around its weights. */
export interface LayerOptions extends Heads {
  readonly order?: 'pre' | 'post'
  readonly activation?: Activation
}

/**
 * One encoder layer: self-attention over the whole sequence, then a feed-forward, each in its residual connection.
 *
 * @param X  n × dModel
 * @returns n × dModel
 * @throws RangeError when shapes do not fit, naming both
 * @complexity n·(4·dModel² + 2·dModel·dFf) + 2·n²·dModel multiply-adds
 * @see Vaswani et al. 2017, §3.1
 */
export function encoderLayer(
  X: Tokens,
  weights: EncoderWeights,
  { order = 'post', activation = 'relu', ...heads }: LayerOptions,
): number[][] {
  const attend = (x: Tokens) => multiHead(x, x, x, weights.selfAttention, heads).output
  const think = (x: Tokens) => feedForward(x, weights.feedForward, activation)
  return sublayer(sublayer(X, attend, weights.norm1, order), think, weights.norm2, order)
}
