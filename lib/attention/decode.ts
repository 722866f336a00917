import { KVCache } from './kv-cache.ts'
import { type Matrix, weightedSum } from './matrix.ts'
import { assertEqualSizes, assertMatrix } from './shape.ts'

/**
 * Causal self-attention token by token, as a model generates: each token is projected once and attends over a cache.
 *
 * @param tokens  n × d_model
 * @param Wq  d_model × d
 * @param Wk  d_model × d
 * @param Wv  d_model × dV
 * @returns n × dV; row t is the attention of token t over tokens 0…t, scaled by 1/√d
 * @throws RangeError when shapes do not fit, naming both
 * @complexity n·d_model·(2d + dV) + ½n²·(d + dV) multiply-adds
 * @see Pope et al. 2022
 */
export function decode(tokens: Matrix, Wq: Matrix, Wk: Matrix, Wv: Matrix): number[][] {
  const x = assertMatrix('the tokens', tokens)
  for (const [name, W] of Object.entries({ Wq, Wk, Wv })) {
    assertEqualSizes(`the width of the tokens`, x.columns, `the rows of ${name}`, assertMatrix(name, W).rows)
  }
  assertEqualSizes('the width of Wq', Wq[0]?.length ?? 0, 'of Wk', Wk[0]?.length ?? 0)
  const cache = new KVCache()
  return tokens.map((token) => {
    cache.append(weightedSum(token, Wk), weightedSum(token, Wv))
    return cache.attend(weightedSum(token, Wq))
  })
}
