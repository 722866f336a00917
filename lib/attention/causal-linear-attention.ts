import { eluPlusOne } from './linear-attention.ts'
import { dot, type Matrix, weightedSum } from './matrix.ts'
import { assertEqualSizes, assertQKVShapes } from './shape.ts'

/** What linear attention remembers of the tokens so far, whatever their number. */
export interface LinearState {
  /** Σ φ(k)·vᵀ, d × dV. */
  readonly S: number[][]
  /** Σ φ(k), d numbers. */
  readonly z: number[]
}

/**
 * Causal linear attention, recurrent form: an RNN whose state does not grow.
 *
 * @param Q  n × d, no 1/√d
 * @param K  n × d
 * @param V  n × dV
 * @returns n × dV; row i sees tokens 0…i
 * @throws RangeError when there are not as many queries as keys, or shapes do not fit
 * @complexity 2·n·d·dV multiply-adds, d·(dV + 1) numbers of state
 * @see Katharopoulos et al. 2020, equations 18–20
 */
export function causalLinearAttention(Q: Matrix, K: Matrix, V: Matrix): number[][] {
  return linearRecurrence(Q, K, V).output
}

/**
 * Causal linear attention with the state after the last token, from which decoding goes on.
 *
 * @returns the output, n × dV, and the state
 * @throws RangeError when there are not as many queries as keys, or shapes do not fit
 * @complexity 2·n·d·dV multiply-adds
 * @see Katharopoulos et al. 2020, equations 18–20
 */
export function linearRecurrence(Q: Matrix, K: Matrix, V: Matrix): { output: number[][]; state: LinearState } {
  const { nQ, nK, d, dV } = assertQKVShapes(Q, K, V)
  assertEqualSizes('the number of queries', nQ, 'of keys', nK)
  const state = initialState(d, dV)
  const output = Q.map((q, t) => {
    updateState(state, K[t] ?? [], V[t] ?? [])
    return readState(state, q)
  })
  return { output, state }
}

/**
 * The state before the first token.
 *
 * @param d  width of the keys
 * @param dV  width of the values
 * @returns zeros: S is d × dV, z has d entries
 * @complexity O(d·dV)
 * @see Katharopoulos et al. 2020, equation 18
 */
export function initialState(d: number, dV: number): LinearState {
  return { S: Array.from({ length: d }, () => new Array<number>(dV).fill(0)), z: new Array<number>(d).fill(0) }
}

/**
 * Takes one token into the state: S += φ(k)·vᵀ, z += φ(k). Changes the state.
 *
 * @param k  d numbers
 * @param v  dV numbers
 * @complexity d·dV multiply-adds
 * @see Katharopoulos et al. 2020, equations 18 and 19
 */
export function updateState({ S, z }: LinearState, k: readonly number[], v: readonly number[]): void {
  for (let r = 0; r < k.length; r++) {
    const f = eluPlusOne(k[r] as number)
    const row = S[r] as number[]
    for (let c = 0; c < v.length; c++) row[c] = (row[c] as number) + f * (v[c] as number)
    z[r] = (z[r] as number) + f
  }
}

/**
 * What a query reads: φ(q)·S / φ(q)·z.
 *
 * @param q  d numbers
 * @returns dV numbers
 * @throws RangeError when q has not the width of the state
 * @complexity d·dV multiply-adds
 * @see Katharopoulos et al. 2020, equation 20
 */
export function readState({ S, z }: LinearState, q: readonly number[]): number[] {
  const phi = q.map(eluPlusOne)
  const by = dot(phi, z)
  return weightedSum(phi, S).map((x) => x / by)
}
