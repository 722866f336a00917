import { attendToKeys } from './attend-one.ts'
import type { Matrix } from './matrix.ts'
import { assertCount, assertEqualSizes, assertQKVShapes } from './shape.ts'

/**
 * Causal sliding-window attention with sinks: query i sees the last `window` tokens, itself counted, and the first
 * `sinks`.
 *
 * @param Q  n × d
 * @param K  n × d
 * @param V  n × dV
 * @param window  ≥ 1; may exceed n
 * @param sinks  ≥ 0; a sink inside the window counts once
 * @returns n × dV
 * @throws RangeError when there are not as many queries as keys, or the window or sinks are out of range
 * @complexity n·(window + sinks)·(d + dV) multiply-adds
 * @see Xiao et al. 2023 (StreamingLLM); Jiang et al. 2023
 */
export function slidingWindowAttention(Q: Matrix, K: Matrix, V: Matrix, window: number, sinks: number): number[][] {
  assertCount('the window', window)
  assertCount('the number of sinks', sinks, 0)
  const { nQ, nK } = assertQKVShapes(Q, K, V)
  assertEqualSizes('the number of queries', nQ, 'of keys', nK)
  return Q.map((q, i) => attendToKeys(q, K, V, keysInReach(i, window, sinks)))
}

function keysInReach(i: number, window: number, sinks: number): number[] {
  const first = Math.max(0, i - window + 1)
  const keys: number[] = []
  for (let j = 0; j < Math.min(sinks, first); j++) keys.push(j)
  for (let j = first; j <= i; j++) keys.push(j)
  return keys
}
