import { feedForward } from './feed-forward.ts'
import { multiHead, type Projections } from './multi-head-attention.ts'
import { type Norm, sublayer, type Tokens } from './sublayer.ts'

/** Weights of one block of a decoder-only model: no biases, RMSNorm before each part. */
export interface BlockWeights {
  readonly norm1: readonly number[]
  readonly wq: Tokens
  readonly wk: Tokens
  readonly wv: Tokens
  readonly wo: Tokens
  readonly norm2: readonly number[]
  readonly w1: Tokens
  readonly w2: Tokens
}

/**
 * One block of a decoder-only model over a whole sequence: causal grouped-query attention, then a feed-forward.
 *
 * Pre-norm RMSNorm (ε 1e-5), GELU in its tanh form.
 *
 * @param X  n × dModel
 * @returns n × dModel
 * @throws RangeError when shapes do not fit, naming both
 * @complexity n·(projections + 2·dModel·dFf) + 2·n²·dModel multiply-adds
 * @see Radford et al. 2019 (GPT-2), with RMSNorm and grouped-query attention
 */
export function decoderBlock(X: Tokens, w: BlockWeights, heads: number, kvHeads: number): number[][] {
  return decoderBlockSteps(X, w, heads, kvHeads).output
}

/**
 * A decoder block with the attention weights of its heads, [heads][n][n].
 *
 * @param X  n × dModel
 * @param keep  one entry per query head, false = switched off; all are on if absent
 * @returns output, n × dModel, and weights, [heads][n][n]
 * @throws RangeError when shapes do not fit, naming both
 * @complexity n·(projections + 2·dModel·dFf) + 2·n²·dModel multiply-adds
 * @see Radford et al. 2019 (GPT-2)
 */
export function decoderBlockSteps(
  X: Tokens,
  w: BlockWeights,
  heads: number,
  kvHeads: number,
  keep?: readonly boolean[],
): { output: number[][]; weights: number[][][] } {
  const projections: Projections = { Wq: w.wq, Wk: w.wk, Wv: w.wv, Wo: w.wo }
  let weights: number[][][] = []
  const output = decoderBlockWith(X, w, (x) => {
    const attended = multiHead(x, x, x, projections, {
      heads,
      kvHeads,
      options: { causal: true },
      ...(keep && { keep }),
    })
    weights = attended.weights
    return attended.output
  })
  return { output, weights }
}

/**
 * The block around any attention: residual connections, norms and feed-forward.
 *
 * @param X  n × dModel
 * @param attend  attention on normalised rows, n × dModel to n × dModel, after Wo
 * @throws RangeError when shapes do not fit, naming both
 * @complexity that of the attention, and 2·n·dModel·dFf multiply-adds
 * @see Xiong et al. 2020, figure 1 (pre-LN)
 */
export function decoderBlockWith(X: Tokens, w: BlockWeights, attend: (x: Tokens) => Tokens): number[][] {
  const feedForwardSublayer = (x: Tokens) => feedForward(x, { W1: w.w1, W2: w.w2 }, 'gelu-tanh')
  const rms = (gain: readonly number[]): Norm => ({ kind: 'rms', gain })
  return sublayer(sublayer(X, attend, rms(w.norm1), 'pre'), feedForwardSublayer, rms(w.norm2), 'pre')
}
