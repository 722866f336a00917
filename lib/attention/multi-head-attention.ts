import { ablateHeads } from './ablate-heads.ts'
import { groupedQuerySteps, type HeadOptions } from './grouped-query-attention.ts'
import { mergeHeads, splitHeads } from './heads.ts'
import { linear, type Matrix } from './matrix.ts'

/** The four projections of a layer; W multiplies rows from the right. */
export interface Projections {
  /** dModel × (heads·w) */
  readonly Wq: Matrix
  /** dSource × (kvHeads·w) */
  readonly Wk: Matrix
  /** dSource × (kvHeads·wV) */
  readonly Wv: Matrix
  /** (heads·wV) × dModel */
  readonly Wo: Matrix
  readonly bq?: readonly number[]
  readonly bk?: readonly number[]
  readonly bv?: readonly number[]
  readonly bo?: readonly number[]
}

/** How many heads read how many KV heads, and what every head may see. */
export interface Heads {
  readonly heads: number
  /** Default: as many as heads. */
  readonly kvHeads?: number
  readonly options?: HeadOptions
  /** One entry per head; false switches the head off: its output is zero before Wo. Default: all are on. */
  readonly keep?: readonly boolean[]
}

/**
 * Multi-head self-attention: heads attend in their own subspaces, are put side by side and mixed by Wo.
 *
 * @param X  n × dModel
 * @param Wq  dModel × (heads·w)
 * @param Wk  dModel × (heads·w)
 * @param Wv  dModel × (heads·wV)
 * @param Wo  (heads·wV) × dModel
 * @param numHeads  a divisor of the projections' columns; the scale is 1/√w
 * @returns n × dModel
 * @throws RangeError when shapes do not fit, or the heads do not divide the columns
 * @complexity 4·n·dModel² + 2·n²·dModel multiply-adds when heads·w = dModel
 * @see Vaswani et al. 2017, §3.2.2
 */
export function multiHeadAttention(
  X: Matrix,
  Wq: Matrix,
  Wk: Matrix,
  Wv: Matrix,
  Wo: Matrix,
  numHeads: number,
): number[][] {
  return multiHead(X, X, X, { Wq, Wk, Wv, Wo }, { heads: numHeads }).output
}

/**
 * Multi-head attention in general: queries, keys and values may come from different places, with biases, masks and
 * fewer KV heads than query heads.
 *
 * @param query  nQ × dModel
 * @param key  nK × dSource
 * @param value  nK × dSource
 * @returns the output, nQ × dModel, and the weights of each head, [heads][nQ][nK]
 * @throws RangeError when shapes do not fit, heads do not divide widths, or `keep` has not one entry per head
 * @complexity projections, and heads·nQ·nK·2w multiply-adds
 * @see Vaswani et al. 2017, §3.2.2 and §3.2.3
 */
export function multiHead(
  query: Matrix,
  key: Matrix,
  value: Matrix,
  { Wq, Wk, Wv, Wo, bq, bk, bv, bo }: Projections,
  { heads, kvHeads = heads, options, keep }: Heads,
): { output: number[][]; weights: number[][][] } {
  const Q = splitHeads(linear(query, Wq, bq), heads)
  const K = splitHeads(linear(key, Wk, bk), kvHeads)
  const V = splitHeads(linear(value, Wv, bv), kvHeads)
  const steps = groupedQuerySteps(Q, K, V, options)
  const outputs = steps.map(({ output }) => output)
  const merged = keep ? ablateHeads(outputs, keep) : mergeHeads(outputs)
  return { output: linear(merged, Wo, bo), weights: steps.map(({ weights }) => weights) }
}
