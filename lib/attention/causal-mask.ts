import { assertCount } from './shape.ts'

/**
 * Causal mask of a sequence: token i may attend to itself and to what came before.
 *
 * @param n  number of tokens, ≥ 1
 * @returns n × n, true where j ≤ i
 * @throws RangeError when n is not a whole number ≥ 1
 * @complexity O(n²)
 * @see Vaswani et al. 2017, §3.2.3
 */
export function causalMask(n: number): boolean[][] {
  return causalMaskRect(n, n)
}

/**
 * Causal mask of nQ queries that are the last of nK tokens (bottom-right): the last query sees every key.
 *
 * @param nQ  number of queries, ≥ 1
 * @param nK  number of keys, ≥ 1
 * @returns nQ × nK, true where j ≤ i + nK − nQ; for nQ > nK the first nQ − nK rows are all false
 * @throws RangeError when a size is not a whole number ≥ 1
 * @complexity O(nQ·nK)
 * @see Dao 2023 (FlashAttention-2); its code, version 2.1 and later
 */
export function causalMaskRect(nQ: number, nK: number): boolean[][] {
  assertCount('the number of queries', nQ)
  assertCount('the number of keys', nK)
  const past = nK - nQ
  return Array.from({ length: nQ }, (_, i) => Array.from({ length: nK }, (_, j) => j <= i + past))
}

/**
 * Causal mask of several documents packed into one sequence: nobody sees across a boundary.
 *
 * A new document starts at every change of id, so equal ids that stand apart are different documents.
 *
 * @param docIds  n ids, one a token
 * @returns n × n, true where j ≤ i and all of docIds[j…i] are equal
 * @throws RangeError when there is no token
 * @complexity O(n²)
 * @see Raffel et al. 2020 (packing several examples into one sequence)
 */
export function packedCausalMask(docIds: readonly number[]): boolean[][] {
  assertCount('the number of tokens', docIds.length)
  let start = 0
  return docIds.map((id, i) => {
    if (i > 0 && id !== docIds[i - 1]) start = i
    const first = start
    return docIds.map((_, j) => first <= j && j <= i)
  })
}
