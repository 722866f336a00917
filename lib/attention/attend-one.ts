import { dot, type Matrix, weightedSum } from './matrix.ts'
import { assertQKVShapes } from './shape.ts'
import { softmax } from './softmax.ts'

/**
 * Attention of one query without a scale: the average of the values, weighted by softmax(q·kⱼ).
 *
 * @param q  d numbers
 * @param K  n × d
 * @param V  n × dV
 * @returns dV numbers
 * @throws RangeError when shapes do not fit, naming both
 * @complexity n·(d + dV) multiply-adds
 * @see Vaswani et al. 2017, equation 1, without its scale
 */
export function attendOne(q: readonly number[], K: Matrix, V: Matrix): number[] {
  assertQKVShapes([q], K, V)
  return weightedSum(softmax(K.map((k) => dot(q, k))), V)
}

/**
 * Attention of one query over some of the keys, doing only their share of the work.
 *
 * @param q  d numbers
 * @param K  n × d
 * @param V  n × dV
 * @param keys  indices into K and V, each at most once
 * @param scale  factor of q·k, default 1/√d
 * @returns dV numbers; zeros when there is no key
 * @throws RangeError when an index names no key, or q has not the keys’ width
 * @complexity |keys|·(d + dV) multiply-adds
 * @see Beltagy et al. 2020, §3
 */
export function attendToKeys(
  q: readonly number[],
  K: Matrix,
  V: Matrix,
  keys: readonly number[],
  scale = 1 / Math.sqrt(q.length),
): number[] {
  if (keys.length === 0) return new Array<number>(V[0]?.length ?? 0).fill(0)
  const weights = softmax(keys.map((j) => scale * dot(q, K[j] ?? [])))
  return weightedSum(
    weights,
    keys.map((j) => V[j] ?? []),
  )
}
