import { dot, type Matrix, weightedSum } from './matrix.ts'
import { assertCount, assertQKVShapes } from './shape.ts'

export interface FlashOptions {
  /** Factor of q·k. Default 1/√d. */
  readonly scale?: number
  /** Hides the future (top-left); tiles that lie in it are skipped. */
  readonly causal?: boolean
}

/**
 * FlashAttention: exact attention in tiles, with O(n) memory beyond inputs and output.
 *
 * K and V are visited in blocks while each query of a block keeps a running maximum, normalizer and output.
 *
 * @param Q  nQ × d
 * @param K  nK × d
 * @param V  nK × dV
 * @param blockSize  rows of a tile, ≥ 1; need not divide nQ or nK
 * @returns nQ × dV, equal to `attention` up to rounding
 * @throws RangeError when the block size is not a whole number ≥ 1, or shapes do not fit
 * @complexity nQ·nK·(d + dV) multiply-adds; blockSize scores and three numbers a query alive
 * @see Dao et al. 2022, Algorithm 1; the output is kept unnormalized as in Dao 2023, §3.1
 */
export function flashAttention(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  blockSize: number,
  options: FlashOptions = {},
): number[][] {
  return flashForward(Q, K, V, blockSize, options).output
}

/**
 * FlashAttention with the log-sum-exp of each row, which is all that the backward pass needs of the scores.
 *
 * @returns output, nQ × dV, and lse, nQ numbers
 * @throws RangeError when the block size is not a whole number ≥ 1, or shapes do not fit
 * @complexity nQ·nK·(d + dV) multiply-adds; three numbers a query kept
 * @see Dao 2023, Algorithm 1
 */
export function flashForward(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  blockSize: number,
  { scale, causal = false }: FlashOptions = {},
): { output: number[][]; lse: number[] } {
  assertCount('the block size', blockSize)
  const { nQ, nK, d, dV } = assertQKVShapes(Q, K, V)
  const rows = Q.map(() => newRow(dV))
  for (let from = 0; from < nQ; from += blockSize) {
    const to = Math.min(from + blockSize, nQ)
    for (let start = 0; start < nK && !(causal && start >= to); start += blockSize) {
      const end = Math.min(start + blockSize, nK)
      for (let i = from; i < to; i++) {
        const visible = causal ? Math.min(end, i + 1) : end
        if (visible <= start) continue
        const tile = K.slice(start, visible)
        absorbBlock(rows[i] as Row, computeScores(Q[i] ?? [], tile, scale ?? 1 / Math.sqrt(d)), V.slice(start, visible))
      }
    }
  }
  return { output: rows.map(({ l, o }) => o.map((x) => x / l)), lse: rows.map(({ m, l }) => m + Math.log(l)) }
}

/** What a query keeps from block to block: maximum, normalizer, output times normalizer. */
interface Row {
  m: number
  l: number
  o: number[]
}

function newRow(dV: number): Row {
  return { m: Number.NEGATIVE_INFINITY, l: 0, o: new Array<number>(dV).fill(0) }
}

function computeScores(q: readonly number[], K: Matrix, scale: number): number[] {
  return K.map((k) => scale * dot(q, k))
}

/** Takes one block of scores and values into a row; what was kept shrinks by exp(m − new m) ≤ 1. */
function absorbBlock(row: Row, scores: readonly number[], V: Matrix): void {
  let m = row.m
  for (const s of scores) if (s > m) m = s
  const correction = Math.exp(row.m - m)
  const p = scores.map((s) => Math.exp(s - m))
  const block = weightedSum(p, V)
  row.l = row.l * correction + p.reduce((a, b) => a + b, 0)
  row.o = row.o.map((x, c) => x * correction + (block[c] as number))
  row.m = m
}
