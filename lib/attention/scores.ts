import { createMaskPredicate, getPastLength, type MaskOptions } from './mask-predicate.ts'
import { dot, type Matrix } from './matrix.ts'
import { assertEqualSizes, assertMatrix, assertQKVShapes } from './shape.ts'

/** What is done to the scores of a query before the softmax. */
export interface ScoreOptions extends MaskOptions {
  /** Factor of q·k. Default 1/√(width of Q). */
  readonly scale?: number
  /** c > 0 bounds each score to (−c, c): c·tanh(s/c), before bias and masks (Gemma 2). */
  readonly softcap?: number
  /** nQ × nK, added to the scaled scores. May hold −Infinity. */
  readonly bias?: Matrix
  /** ALiBi's slope m ≥ 0: −m·distance is added, counted from `past` (Press et al. 2021). */
  readonly alibi?: number
}

/**
 * Scaled scores: every query against every key, Q·Kᵀ / √d, before any softmax.
 *
 * @param Q  nQ × d
 * @param K  nK × d
 * @returns nQ × nK
 * @throws RangeError when the widths differ, naming both
 * @complexity nQ·nK·d multiply-adds
 * @see Vaswani et al. 2017, §3.2.1
 */
export function scaledScores(Q: Matrix, K: Matrix): number[][] {
  return Q.map(createScorer(Q, K, K, {}).score)
}

/** The two halves of scoring: what a query says to the keys, then what it may see of it. */
export interface Scorer {
  /** Scaled scores of one query: n_k numbers. */
  readonly score: (q: readonly number[]) => number[]
  /** Scores of query i after softcap, bias and masks: −Infinity where it may not attend. */
  readonly mask: (scores: readonly number[], i: number) => readonly number[]
}

/**
 * The scoring of queries against keys: s = scale·q·k, then softcap, then bias, then −∞ where masked.
 *
 * @param Q  nQ × d
 * @param K  nK × d
 * @param V  nK × dV, for its shape only
 * @returns two functions, each from n_k numbers of one query to n_k numbers
 * @throws RangeError when shapes do not fit, or the softcap is not positive
 * @complexity nK·d multiply-adds a query
 * @see Vaswani et al. 2017, §3.2.1; Gemma 2 2024 (soft cap)
 */
export function createScorer(Q: Matrix, K: Matrix, V: Matrix, options: ScoreOptions): Scorer {
  const { nQ, nK, d } = assertQKVShapes(Q, K, V)
  const { scale = 1 / Math.sqrt(d), softcap, bias, alibi } = options
  if (softcap !== undefined && !(softcap > 0)) throw new RangeError(`the softcap is ${softcap}: it must be positive`)
  if (bias) {
    const { rows, columns } = assertMatrix('the bias', bias)
    assertEqualSizes('the number of rows of the bias', rows, 'of queries', nQ)
    assertEqualSizes('the number of columns of the bias', columns, 'of keys', nK)
  }
  const visible = createMaskPredicate(options, nQ, nK)
  const past = getPastLength(options, nQ, nK)
  const score = (q: readonly number[]) => K.map((k) => scale * dot(q, k))
  if (!visible && !softcap && !bias && alibi === undefined) return { score, mask: (scores) => scores }
  return {
    score,
    mask: (scores, i) =>
      scores.map((s, j) => {
        if (visible && !visible(i, j)) return Number.NEGATIVE_INFINITY
        const capped = softcap ? softcap * Math.tanh(s / softcap) : s
        return capped + (bias?.[i]?.[j] ?? 0) - (alibi === undefined ? 0 : alibi * Math.abs(i + past - j))
      }),
  }
}
