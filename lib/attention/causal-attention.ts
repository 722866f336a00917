import { attention } from './attention.ts'
import type { Matrix } from './matrix.ts'
import { assertEqualSizes } from './shape.ts'

/**
 * Causal self-attention: token i attends to tokens 0…i.
 *
 * @param Q  n × d
 * @param K  n × d
 * @param V  n × dV
 * @returns n × dV; row 0 is V[0]
 * @throws RangeError when there are not as many queries as keys, or shapes do not fit
 * @complexity n²·(d + dV) multiply-adds, future scores computed and hidden
 * @see Vaswani et al. 2017, §3.2.3
 */
export function causalAttention(Q: Matrix, K: Matrix, V: Matrix): number[][] {
  assertEqualSizes('the number of queries', Q.length, 'of keys', K.length)
  return attention(Q, K, V, { causal: true })
}

/**
 * Causal attention with the queries fed in pieces, each over the keys so far: prefill in chunks.
 *
 * Equal to `causalAttention`; never more than one chunk's rows of scores are alive.
 *
 * @param chunks  lengths of the pieces, with sum n
 * @returns n × dV
 * @throws RangeError when the chunks do not add up to n, or shapes do not fit
 * @complexity ½n²·(d + dV) multiply-adds for small chunks; chunk·n scores at once
 * @see Agrawal et al. 2024 (Sarathi-Serve)
 */
export function chunkedCausalAttention(Q: Matrix, K: Matrix, V: Matrix, chunks: readonly number[]): number[][] {
  const total = chunks.reduce((a, b) => a + b, 0)
  assertEqualSizes('the sum of the chunks', total, 'the number of queries', Q.length)
  assertEqualSizes('the number of queries', Q.length, 'of keys', K.length)
  const output: number[][] = []
  let end = 0
  for (const size of chunks) {
    const start = end
    end += size
    if (size === 0) continue
    output.push(...attention(Q.slice(start, end), K.slice(0, end), V.slice(0, end), { causal: 'bottom-right' }))
  }
  return output
}
