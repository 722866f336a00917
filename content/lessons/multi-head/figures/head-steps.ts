import { groupedQuerySteps } from '#lib/attention/grouped-query-attention.ts'
import { mergeHeads, splitHeads } from '#lib/attention/heads.ts'
import { type Matrix, matmul } from '#lib/attention/matrix.ts'

export const TOKENS = ['dogs', 'chase', 'black', 'cats'] as const
/** The numbers of heads that divide the width. */
export const HEAD_COUNTS = [1, 2, 4] as const
export type HeadCount = (typeof HEAD_COUNTS)[number]

/** One multi-head attention layer, step by step. Per head: [heads][n][…]. */
export interface HeadSteps {
  readonly queries: readonly Matrix[]
  readonly keys: readonly Matrix[]
  readonly values: readonly Matrix[]
  /** [heads][n][n], rows with sum 1. */
  readonly weights: readonly Matrix[]
  /** The heads side by side: n × d. */
  readonly merged: Matrix
  /** merged · Wo: n × d. */
  readonly output: Matrix
  /** What each head adds to the output, its slice times its rows of Wo: [heads][n][d]. */
  readonly added: readonly Matrix[]
}

/**
 * Multi-head attention of four tokens, width 4, with queries, keys and values set by hand.
 *
 * Each token is a direction in the plane, and keys and values hold it twice. The first half of a query asks for the
 * token before, the second half for the token after: with two heads each half is a head.
 *
 * @param numHeads  1, 2 or 4
 */
export function headSteps(numHeads: HeadCount): HeadSteps {
  const [queries, keys, values] = [splitHeads(Q, numHeads), splitHeads(K, numHeads), splitHeads(V, numHeads)]
  const steps = groupedQuerySteps(queries, keys, values)
  const outputs = steps.map(({ output }) => output)
  const merged = mergeHeads(outputs)
  const width = WIDTH / numHeads
  return {
    queries,
    keys,
    values,
    weights: steps.map(({ weights }) => weights),
    merged,
    output: matmul(merged, Wo),
    added: outputs.map((head, h) => matmul(head, Wo.slice(h * width, (h + 1) * width))),
  }
}

const DIRECTIONS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const
const WIDTH = 4

const direct = (token: number, length: number): number[] =>
  (DIRECTIONS[token] ?? []).map((x) => (x === 0 ? 0 : x * length))
const before = (token: number): number => Math.max(0, token - 1)
const after = (token: number): number => Math.min(TOKENS.length - 1, token + 1)

const Q: Matrix = TOKENS.map((_, i) => [...direct(before(i), 2), ...direct(after(i), 2)])
const K: Matrix = TOKENS.map((_, j) => [...direct(j, 2), ...direct(j, 2)])
const V: Matrix = TOKENS.map((_, j) => [...direct(j, 1), ...direct(j, 1)])
/** Every column reads both halves. */
const Wo: Matrix = [
  [1, 0, 1, 0],
  [0, 1, 0, 1],
  [1, 0, -1, 0],
  [0, 1, 0, -1],
]
