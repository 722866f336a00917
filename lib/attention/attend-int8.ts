import { attention } from './attention.ts'
import { dequantize, type Quantized } from './quantize-int8.ts'

/**
 * Attention of one query over keys and values kept in int8, one scale a token. The query itself is not quantised.
 *
 * @param q  d numbers
 * @param K8  n quantised keys of width d
 * @param V8  n quantised values of width dV
 * @returns dV numbers
 * @throws RangeError when shapes do not fit, naming both
 * @complexity n·(d + dV) multiply-adds; reads a quarter of the bytes of float32
 * @see Dettmers et al. 2022; Liu et al. 2024 (KIVI)
 */
export function attendInt8(q: readonly number[], K8: readonly Quantized[], V8: readonly Quantized[]): number[] {
  return attention([q], K8.map(dequantize), V8.map(dequantize))[0] ?? []
}
