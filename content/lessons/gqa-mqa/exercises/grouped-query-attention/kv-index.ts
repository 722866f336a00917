import { type FunctionMisconception, parametrize, variants } from '#lib/grading/faulty-implementation.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { type AttentionOverrides, attend } from '../../../cross-attention/parametrized-attention.ts'

export type Heads = readonly Matrix[]
export type QKV = readonly [Q: Heads, K: Heads, V: Heads]

/** Which KV head query head i reads, as a learner computes it: h query heads, g KV heads. */
export type KvIndex = (i: number, h: number, g: number) => number

/** ⌊i / (h/g)⌋, the right one. */
export const right: KvIndex = (i, h, g) => Math.floor(i / (h / g))

/** Steps that a learner may get wrong. */
export interface Sharing {
  readonly index?: KvIndex
  /** In place of `index`, for keys or values alone. */
  readonly ofKeys?: KvIndex
  readonly ofValues?: KvIndex
  /** What becomes of an index beyond the last head; it stays as it is by default. */
  readonly within?: (index: number, g: number) => number
  /** From the other end. */
  readonly reversed?: 'keys' | 'values' | 'both'
  /** What is read instead of a KV head. */
  readonly keys?: (own: Matrix, all: Heads) => Matrix
  readonly values?: (own: Matrix, all: Heads, keys: Matrix) => Matrix
  /** The queries that head i asks with. */
  readonly queries?: (own: Matrix, i: number, Q: Heads, g: number) => Matrix
  readonly scale?: (d: number, group: number, g: number) => number
  readonly weigh?: AttentionOverrides['weigh']
  /** Which query heads answer, and the head whose KV index each of them takes. */
  readonly answers?: (h: number, g: number) => readonly (readonly [query: number, as: number])[]
  readonly outputs?: (outputs: Heads, h: number, g: number) => Heads
}

/** Grouped-query attention as learners write it. */
export const sharing = parametrize<QKV, Sharing>((overrides) => (Q, K, V) => {
  const [h, g] = [Q.length, K.length]
  const { index = right, ofKeys = index, ofValues = index, within = (at) => at, reversed } = overrides
  const { answers = everyHead, outputs = (all) => all, keys = (own) => own, values = (own) => own } = overrides
  const { queries = (own) => own, scale, weigh } = overrides
  const other = (at: number, which: 'keys' | 'values') =>
    reversed === which || reversed === 'both' ? g - 1 - within(at, g) : within(at, g)
  const answer = ([i, as]: readonly [number, number]): number[][] => {
    const q = queries(headAt(Q, i), i, Q, g)
    const k = headAt(K, other(ofKeys(as, h, g), 'keys'))
    const v = values(headAt(V, other(ofValues(as, h, g), 'values')), V, k)
    const factor = scale?.(q[0]?.length ?? 1, h / g, g)
    return attend(q, keys(k, K), v, { ...(factor !== undefined && { scale: factor }), ...(weigh && { weigh }) })
  }
  return outputs(answers(h, g).map(answer), h, g)
})

const everyHead = (h: number): [number, number][] => Array.from({ length: h }, (_, i) => [i, i])

/** @throws TypeError when there is no such head, as reading `.map` of undefined does */
export function headAt(heads: Heads, index: number): Matrix {
  const head = heads[index]
  if (!head) throw new TypeError(`there is no head ${index}`)
  return head
}

/** A rule followed as it stands, and with an index beyond the last head cut to it or counted round again. */
export function inEveryVariant(overrides: Sharing) {
  const [clamp, round] = withinTheHeads(overrides)
  return [sharing(overrides), clamp, round] as const
}
export function withinTheHeads(overrides: Sharing) {
  return [sharing({ ...overrides, within: clamped }), sharing({ ...overrides, within: roundAgain })] as const
}
const clamped = (index: number, g: number): number => Math.min(index, g - 1)
const roundAgain = (index: number, g: number): number => index % g

/** All of these variants under one id. */
export function withVariants(first: Sharing, ...others: readonly Sharing[]) {
  return variants(sharing(first), ...others.map(sharing))
}

export type Wrong = FunctionMisconception<QKV>
