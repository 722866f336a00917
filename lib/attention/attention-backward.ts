import { type AttentionOptions, attentionSteps } from './attention.ts'
import { dot, type Matrix, matmul, transpose } from './matrix.ts'
import { assertEqualSizes } from './shape.ts'

export interface AttentionGradients {
  readonly dQ: number[][]
  readonly dK: number[][]
  readonly dV: number[][]
}

/**
 * The backward pass of attention: how the loss changes with Q, K and V, given how it changes with the output.
 *
 * dV = Pᵀ·dO; dP = dO·Vᵀ; dS = P ⊙ (dP − D) with Dᵢ = Σⱼ PᵢⱼdPᵢⱼ; dQ = scale·dS·K; dK = scale·dSᵀ·Q. Masked entries
 * get nothing, rows of dS sum to 0.
 *
 * @param Q  nQ × d
 * @param K  nK × d
 * @param V  nK × dV
 * @param dO  nQ × dV, the gradient of the output
 * @param options  as of the forward pass
 * @returns dQ, dK, dV of the shapes of Q, K, V
 * @throws RangeError when shapes do not fit, naming both
 * @complexity nQ·nK·(3d + 2dV) multiply-adds
 * @see Dao et al. 2022, appendix B.2
 */
export function attentionBackward(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  dO: Matrix,
  options: AttentionOptions = {},
): AttentionGradients {
  const { scores, weights: P } = attentionSteps(Q, K, V, options)
  assertEqualSizes('the number of queries', Q.length, 'of rows of dO', dO.length)
  assertEqualSizes('the width of V', V[0]?.length ?? 0, 'of dO', dO[0]?.length ?? 0)
  const scale = options.scale ?? 1 / Math.sqrt(Q[0]?.length ?? 1)
  const dP = matmul(dO, transpose(V))
  const dS = P.map((p, i) => {
    const ds = softmaxBackward(p, dP[i] ?? [])
    return throughSoftcap(ds, scores[i] ?? [], options.softcap).map((x) => x * scale)
  })
  return { dQ: matmul(dS, K), dK: matmul(transpose(dS), Q), dV: matmul(transpose(P), dO) }
}

/**
 * The backward pass of softmax: dsⱼ = pⱼ·(dpⱼ − Σₖ pₖ·dpₖ). Its Jacobian is diag(p) − ppᵀ, not the diagonal alone.
 *
 * @param p  n weights
 * @param dp  n numbers, the gradient of the weights
 * @returns n numbers with sum 0
 * @throws RangeError when the lengths differ
 * @complexity O(n)
 * @see Dao et al. 2022, appendix B.2
 */
export function softmaxBackward(p: readonly number[], dp: readonly number[]): number[] {
  const D = dot(p, dp)
  return p.map((w, j) => w * ((dp[j] as number) - D))
}

/** The derivative of c·tanh(s/c) is 1 − tanh²(s/c). */
function throughSoftcap(ds: readonly number[], scores: readonly number[], softcap: number | undefined): number[] {
  if (softcap === undefined) return [...ds]
  return ds.map((x, j) => x * (1 - Math.tanh((scores[j] as number) / softcap) ** 2))
}
