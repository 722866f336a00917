import { type Matrix, weightedSum } from './matrix.ts'
import { assertEqualSizes, assertMatrix, assertQKVShapes } from './shape.ts'

export interface DeltaOptions {
  /** Factor of what is read. Default 1/√d. */
  readonly scale?: number
  /** Logarithms of the gates, n × d or n × 1: what is kept of the state is multiplied by e^g before each write. */
  readonly decay?: Matrix
  /** How much of the old value is replaced, n numbers in [0, 1]. Without it values are added, nothing replaced. */
  readonly beta?: readonly number[]
  /** The state to start from, d × dV. Default zeros. */
  readonly state?: Matrix
}

/**
 * Linear attention with a memory that is written, gated and corrected: no feature map, no normaliser.
 *
 * Each token: S ← e^g ⊙ S, then S ← S + k·uᵀ, where u = v, or β·(v − Sᵀk) with the delta rule; the output is
 * scale·Sᵀq. Without gate and β this is a plain sum of outer products.
 *
 * @param Q  n × d
 * @param K  n × d, of unit length for the delta rule
 * @param V  n × dV
 * @returns the output, n × dV, and the state after the last token, d × dV
 * @throws RangeError when shapes do not fit, naming both
 * @complexity 3·n·d·dV multiply-adds
 * @see Schlag et al. 2021 (delta rule); Yang et al. 2024, arXiv:2412.06464 (gated)
 */
export function deltaRule(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  { scale, decay, beta, state }: DeltaOptions = {},
): { output: number[][]; state: number[][] } {
  const { nQ, nK, d, dV } = assertQKVShapes(Q, K, V)
  assertEqualSizes('the number of queries', nQ, 'of keys', nK)
  if (decay) assertEqualSizes('the number of tokens', nQ, 'of rows of the decay', assertMatrix('the decay', decay).rows)
  if (beta) assertEqualSizes('the number of tokens', nQ, 'of entries of beta', beta.length)
  const S = startFrom(state, d, dV)
  const output = Q.map((q, t) => {
    const k = K[t] ?? []
    const v = V[t] ?? []
    if (decay) fade(S, decay[t] ?? [])
    write(S, k, beta ? correction(S, k, v, beta[t] as number) : v)
    return weightedSum(q, S).map((x) => x * (scale ?? 1 / Math.sqrt(d)))
  })
  return { output, state: S }
}

function startFrom(state: Matrix | undefined, d: number, dV: number): number[][] {
  if (!state) return Array.from({ length: d }, () => new Array<number>(dV).fill(0))
  const { rows, columns } = assertMatrix('the state', state)
  assertEqualSizes('the rows of the state', rows, 'the width of the keys', d)
  assertEqualSizes('the columns of the state', columns, 'the width of the values', dV)
  return state.map((row) => [...row])
}

/** Row r of the state fades by e^g of entry r; one entry fades all rows alike. */
function fade(S: number[][], g: readonly number[]): void {
  for (let r = 0; r < S.length; r++) {
    const keep = Math.exp(g[g.length === 1 ? 0 : r] as number)
    S[r] = (S[r] as number[]).map((x) => x * keep)
  }
}

/** β·(v − Sᵀk): what is missing at k, instead of what is there. */
function correction(S: Matrix, k: readonly number[], v: readonly number[], beta: number): number[] {
  const held = weightedSum(k, S)
  return v.map((x, c) => beta * (x - (held[c] as number)))
}

/** S ← S + k·uᵀ. */
function write(S: number[][], k: readonly number[], u: readonly number[]): void {
  for (let r = 0; r < k.length; r++) {
    const row = S[r] as number[]
    for (let c = 0; c < u.length; c++) row[c] = (row[c] as number) + (k[r] as number) * (u[c] as number)
  }
}
