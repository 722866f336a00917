import { parametrize } from '#lib/grading/faulty-implementation.ts'
import type { Matrix } from '#lib/grading/value.ts'

export type Flash = readonly [Q: Matrix, K: Matrix, V: Matrix, blockSize: number]

/** What a query keeps from block to block: maximum, sum of exponentials, output times that sum. */
export interface State {
  readonly m: number
  readonly l: number
  readonly o: readonly number[]
}
/** One block as a query sees it: its scores and its values, `of` blocks in all. */
export interface Block {
  readonly s: readonly number[]
  readonly V: Matrix
  readonly index: number
}
/** FlashAttention as learners write it, one query at a time; steps that are left out are right. */
export interface Tiling {
  /** First and last + 1 key of each block. */
  readonly blocks?: (nK: number, B: number) => readonly (readonly [number, number])[]
  /** Whether query i visits the block that begins there. */
  readonly visits?: (i: number, from: number, sizes: { nK: number; B: number }) => boolean
  /** Whether query i sees key j of a block. */
  readonly sees?: (j: number, i: number) => boolean
  /** Scores that fill up a block that lacks some keys; their values are zeros. */
  readonly padding?: (missing: number) => readonly number[]
  readonly scale?: (sizes: { d: number; dV: number; nQ: number; nK: number; B: number }) => number
  readonly start?: (zeros: readonly number[]) => State
  /** The maximum that is kept, of the old one and a block's scores. */
  readonly top?: (m: number, s: readonly number[]) => number
  /** What a block's exponentials are measured from. */
  readonly from?: (top: number, s: readonly number[], m: number) => number
  /** What the sum and the output so far are multiplied by. */
  readonly keepL?: (m: number, top: number, s: readonly number[]) => number
  readonly keepO?: (m: number, top: number, s: readonly number[]) => number
  /** All of this at once. */
  readonly absorb?: (state: State, block: Block) => State
  readonly finish?: (state: State, sizes: { nK: number; B: number }) => readonly number[]
  /** Whether the state of one query goes on into the next. */
  readonly next?: (ended: State, zeros: readonly number[]) => State
}

export const tiling = parametrize<Flash, Tiling>(
  (overrides) =>
    (...args) =>
      tiled(overrides, args),
)

export function tiled(overrides: Tiling, [Q, K, V, B]: Flash): number[][] {
  const { blocks = everyBlock, visits = () => true, sees = () => true, padding = () => [] } = overrides
  const { scale = byRoot, start = fresh } = overrides
  const { absorb = stepWith(overrides), finish = divided, next } = overrides
  const zeros = (V[0] ?? []).map(() => 0)
  const sizes = { d: Q[0]?.length ?? 1, dV: zeros.length, nQ: Q.length, nK: K.length, B }
  const factor = scale(sizes)
  let state = start(zeros)
  return Q.map((q, i) => {
    const seen = blocks(K.length, B).filter(([from]) => visits(i, from, sizes))
    for (const [index, [from, to]] of seen.entries()) {
      const keys = upTo(from, to).filter((j) => sees(j, i))
      if (keys.length === 0) continue
      const s = keys.map((j) => factor * dot(q, K[j] ?? []))
      const more = padding(Math.max(0, B - s.length))
      state = absorb(state, { s: [...s, ...more], V: keys.map((j) => V[j] ?? []), index })
    }
    const row = [...finish(state, sizes)]
    state = next ? next(state, zeros) : start(zeros)
    return row
  })
}

const upTo = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, j) => from + j)

export function everyBlock(nK: number, B: number): [number, number][] {
  return Array.from({ length: Math.ceil(nK / B) }, (_, b) => [b * B, Math.min((b + 1) * B, nK)])
}
export const byRoot = ({ d }: { d: number }): number => 1 / Math.sqrt(d)
export const fresh = (zeros: readonly number[]): State => ({ m: Number.NEGATIVE_INFINITY, l: 0, o: zeros })
export const divided = ({ l, o }: State): number[] => o.map((x) => x / l)

/** The right step: what was kept shrinks by exp(m − new m), then the block is added. */
export const rescaled = ({ m, l, o }: State, { s, V }: Block): State => {
  const top = Math.max(m, ...s)
  const keep = Math.exp(m - top)
  const p = s.map((x) => Math.exp(x - top))
  return { m: top, l: l * keep + sum(p), o: plus(times(o, keep), combined(p, V)) }
}

/** A step whose pieces may each be wrong: the maximum that is kept, what the block is measured from, two corrections. */
export function stepWith(tiling: Pick<Tiling, 'top' | 'from' | 'keepL' | 'keepO'>): NonNullable<Tiling['absorb']> {
  const running = (m: number, s: readonly number[]) => Math.max(m, ...s)
  const shrink = (m: number, top: number) => Math.exp(m - top)
  const { top: computeTop = running, from = (top: number) => top, keepL = shrink, keepO = shrink } = tiling
  return ({ m, l, o }, { s, V }) => {
    const top = computeTop(m, s)
    const shift = from(top, s, m)
    const p = s.map((x) => Math.exp(x - shift))
    return { m: top, l: l * keepL(m, top, s) + sum(p), o: plus(times(o, keepO(m, top, s)), combined(p, V)) }
  }
}

export const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((t, x, i) => t + x * (b[i] ?? 0), 0)
export const sum = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0)
export const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((x, c) => x + (b[c] ?? 0))
export const times = (a: readonly number[], factor: number): number[] => a.map((x) => x * factor)
export const combined = (p: readonly number[], V: Matrix): number[] =>
  (V[0] ?? []).map((_, c) => p.reduce((t, w, j) => t + w * (V[j]?.[c] ?? 0), 0))
/** Softmax over one block alone. */
export function softmax(s: readonly number[]): number[] {
  const top = Math.max(...s)
  const e = s.map((x) => Math.exp(x - top))
  return e.map((x) => x / sum(e))
}
