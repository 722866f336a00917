import { attention, attentionSteps } from '#lib/attention/attention.ts'
import { matmul } from '#lib/attention/matrix.ts'
import { Random } from '#lib/grading/random.ts'
import type { Matrix } from '#lib/grading/value.ts'

export const TOKENS = [
  'the',
  'cat',
  'sat',
  'on',
  'the',
  'mat',
  'and',
  'looked',
  'at',
  'the',
  'bird',
  'on',
  'the',
  'roof',
  'of',
  'it',
]
/** Width of tokens, queries, keys and values. */
export const WIDTH = 8

/** Multiply-adds of one step. */
export interface Work {
  readonly projections: number
  readonly attention: number
}
export const total = (work: Work): number => work.projections + work.attention

/** One token, made in three ways. */
export interface DecodeStep {
  /** Kept keys and values; only the newest token is projected. */
  readonly cached: Work
  /** One layer alone: past keys and values are projected again, one query attends. */
  readonly keysAgain: Work
  /** The whole prefix again, as a model of several layers must. */
  readonly prefixAgain: Work
  /** Weights of tokens 0…t, a row each, as the prefix gives them. */
  readonly weights: Matrix
  /** The newest row as the cache gives it. */
  readonly row: readonly number[]
  /** Largest difference between the three outputs of the newest token. */
  readonly difference: number
}

/**
 * Decodes a sequence token by token with and without a cache, counting the multiply-adds of each product as it is made.
 *
 * @param seed  of tokens and weights; the same seed gives the same steps
 */
export function decodeSteps(seed: number, n = TOKENS.length, width = WIDTH): readonly DecodeStep[] {
  const random = new Random(seed)
  const tokens = random.matrix(n, width)
  const weights = () => random.matrix(width, width, 1 / Math.sqrt(width))
  const [Wq, Wk, Wv] = [weights(), weights(), weights()]
  const keys: number[][] = []
  const values: number[][] = []
  return tokens.map((_, t) => {
    const prefix = tokens.slice(0, t + 1)
    const newest = tokens.slice(t, t + 1)

    const cached = new Count()
    keys.push(...cached.project(newest, Wk))
    values.push(...cached.project(newest, Wv))
    const fast = cached.attend(cached.project(newest, Wq), keys, values)

    const keysAgain = new Count()
    const one = keysAgain.attend(
      keysAgain.project(newest, Wq),
      keysAgain.project(prefix, Wk),
      keysAgain.project(prefix, Wv),
    )

    const prefixAgain = new Count()
    const [Q, K, V] = [
      prefixAgain.project(prefix, Wq),
      prefixAgain.project(prefix, Wk),
      prefixAgain.project(prefix, Wv),
    ]
    const all = prefixAgain.attendCausally(Q, K, V)

    return {
      cached: cached.work,
      keysAgain: keysAgain.work,
      prefixAgain: prefixAgain.work,
      weights: attentionSteps(Q, K, V, { causal: true }).weights,
      row: attentionSteps(Q.slice(t), keys, values).weights[0] ?? [],
      difference: Math.max(gap(fast[0], one[0]), gap(fast[0], all[t])),
    }
  })
}

/** Makes products and counts them: every multiply-add that a causal kernel has to do. */
class Count {
  #projections = 0
  #attention = 0

  get work(): Work {
    return { projections: this.#projections, attention: this.#attention }
  }

  project(rows: Matrix, W: Matrix): number[][] {
    this.#projections += rows.length * W.length * (W[0]?.length ?? 0)
    return matmul(rows, W)
  }

  /** Every query over every key: one product with the key, one with the value. */
  attend(Q: Matrix, K: Matrix, V: Matrix): number[][] {
    this.#attention += Q.length * K.length * ((K[0]?.length ?? 0) + (V[0]?.length ?? 0))
    return attention(Q, K, V)
  }

  attendCausally(Q: Matrix, K: Matrix, V: Matrix): number[][] {
    return Q.flatMap((q, i) => this.attend([q], K.slice(0, i + 1), V.slice(0, i + 1)))
  }
}

const gap = (a: readonly number[] = [], b: readonly number[] = []): number =>
  Math.max(...a.map((x, c) => Math.abs(x - (b[c] ?? Number.NaN))))
