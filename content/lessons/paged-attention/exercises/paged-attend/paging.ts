import { type FunctionMisconception, parametrize } from '#lib/grading/faulty-implementation.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import type { Matrix } from '#lib/grading/value.ts'

type Vector = readonly number[]
export type Paged = readonly [
  q: Vector,
  kPages: readonly Matrix[],
  vPages: readonly Matrix[],
  blockTable: Vector,
  length: number,
]
export interface At {
  readonly t: number
  readonly B: number
  readonly table: Vector
  readonly length: number
  readonly blocks: number
  /** The width of a key. */
  readonly d: number
}
export interface Place {
  readonly block: number
  readonly slot: number
}
/** Attention over pages as learners write it; steps that are left out are right. */
export interface PagingOverrides {
  readonly tokens?: (sizes: Omit<At, 't'>) => readonly number[]
  readonly key?: (at: At) => Place
  readonly value?: (at: At) => Place
  readonly scale?: (d: number, dV: number, length: number, B: number) => number
  readonly shift?: (scores: Vector) => number
  /** Keys and values of zeros that are read besides. */
  readonly padding?: (sizes: Omit<At, 't'>) => number
  readonly weigh?: (scores: Vector, B: number) => Vector
  readonly what?: 'keys'
  /** A place that is not there may be read in any way. */
  readonly missing?: 'not-applicable'
}

export const upTo = (n: number): number[] => Array.from({ length: Math.max(0, n) }, (_, t) => t)
export const placed = ({ t, B, table }: At): Place => ({ block: table[Math.floor(t / B)] ?? -1, slot: t % B })
export const unmapped = ({ t, B }: At): Place => ({ block: Math.floor(t / B), slot: t % B })

/** @throws TypeError where a page or slot is not there, as a learner's code does */
export function paging(overrides: PagingOverrides, [q, kPages, vPages, table, length]: Paged): number[] {
  const { tokens = (s) => upTo(s.length), key = placed, value = key, padding = () => 0, what } = overrides
  const { scale = (d) => 1 / Math.sqrt(d), shift = (s) => Math.max(...s) } = overrides
  const B = kPages[0]?.length ?? 1
  const sizes = { B, table, length, blocks: kPages.length, d: q.length }
  const row = (pages: readonly Matrix[], { block, slot }: Place): Vector => {
    const vector = pages[block]?.[slot]
    if (!vector) throw overrides.missing ? new NotApplicable() : new TypeError('no such page')
    return vector
  }
  const seen = tokens(sizes)
  const d = q.length
  const dV = vPages[0]?.[0]?.length ?? 1
  const zeros = upTo(padding(sizes))
  const K = [...seen.map((t) => row(kPages, key({ t, ...sizes }))), ...zeros.map(() => q.map(() => 0))]
  const V = [
    ...seen.map((t) => row(what === 'keys' ? kPages : vPages, value({ t, ...sizes }))),
    ...zeros.map(() => new Array<number>(dV).fill(0)),
  ]
  const factor = scale(d, dV, length, B)
  const scores = K.map((k) => factor * q.reduce((t, x, c) => t + x * (k[c] ?? 0), 0))
  const weights = (overrides.weigh ?? ((s: Vector) => softmax(s, shift(s))))(scores, B)
  return (V[0] ?? []).map((_, c) => weights.reduce((t, w, j) => t + w * (V[j]?.[c] ?? 0), 0))
}

export function softmax(scores: Vector, top = Math.max(...scores)): number[] {
  const e = scores.map((s) => Math.exp(s - top))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((x) => x / sum)
}

export const pagingWith = parametrize<Paged, PagingOverrides>(
  (overrides) =>
    (...args) =>
      paging(overrides, args),
)

/** As `as`, where a place that is not there may be read in any way. */
export const pagingWhereMapped = (overrides: PagingOverrides) => pagingWith({ ...overrides, missing: 'not-applicable' })

export const both = (overrides: PagingOverrides): Pick<Wrong, 'implementation' | 'parametrization' | 'variants'> => ({
  ...pagingWith(overrides),
  variants: [pagingWhereMapped(overrides)],
})

export const mapped = (block: number, { table }: At): number => table[block] ?? -1

/** A misunderstanding of this exercise. */
export type Wrong = FunctionMisconception<Paged>
