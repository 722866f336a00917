import { attendToKeys } from './attend-one.ts'
import { localGlobalKeys } from './local-global-mask.ts'
import type { Matrix } from './matrix.ts'

/**
 * Local and global sparse attention: each query scores the keys it may see, and no others.
 *
 * @param Q  n × d
 * @param K  n × d
 * @param V  n × dV
 * @param window  radius on each side, ≥ 0
 * @param globals  distinct positions that see all and are seen by all
 * @param causal  hides the future too
 * @returns n × dV, equal to attention under `localGlobalMask`
 * @throws RangeError when there are not as many queries as keys, or a global position is out of range
 * @complexity n·(2w + 1 + 2g)·(d + dV) multiply-adds
 * @see Beltagy et al. 2020; Zaheer et al. 2020
 */
export function sparseAttention(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  window: number,
  globals: readonly number[],
  causal = false,
): number[][] {
  if (Q.length !== K.length || K.length !== V.length) {
    throw new RangeError(
      `Q, K and V have ${Q.length}, ${K.length} and ${V.length} rows: they must have one each a token`,
    )
  }
  const keysForQuery = localGlobalKeys(Q.length, window, globals, causal)
  return Q.map((q, i) => attendToKeys(q, K, V, keysForQuery(i)))
}
