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
/** FlashAttention as candidates write it, one query at a time; what is left out is done right. */
export interface Tiling {
  /** First and last + 1 key of each block that query i visits. */
  readonly blocks?: (nK: number, B: number, i: number) => readonly (readonly [number, number])[]
  readonly scale?: (sizes: { d: number; dV: number; nQ: number; nK: number; B: number }) => number
  readonly start?: (zeros: readonly number[]) => State
  readonly absorb?: (state: State, block: Block) => State
  readonly finish?: (state: State, sizes: { nK: number; B: number }) => readonly number[]
  /** Whether the state of one query goes on into the next. */
  readonly next?: (ended: State, zeros: readonly number[]) => State
}

export function tiled(
  { blocks = everyBlock, scale = byRoot, start = fresh, absorb = rescaled, finish = divided, next }: Tiling,
  [Q, K, V, B]: Flash,
): number[][] {
  const zeros = (V[0] ?? []).map(() => 0)
  const sizes = { d: Q[0]?.length ?? 1, dV: zeros.length, nQ: Q.length, nK: K.length, B }
  const factor = scale(sizes)
  let state = start(zeros)
  return Q.map((q, i) => {
    for (const [index, [from, to]] of blocks(K.length, B, i).entries()) {
      const s = K.slice(from, to).map((k) => factor * dot(q, k))
      state = absorb(state, { s, V: V.slice(from, to), index })
    }
    const row = [...finish(state, sizes)]
    state = next ? next(state, zeros) : start(zeros)
    return row
  })
}

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
export function stepWith(it: {
  readonly top?: (m: number, s: readonly number[]) => number
  readonly from?: (top: number, s: readonly number[], m: number) => number
  readonly keepL?: (m: number, top: number, s: readonly number[]) => number
  readonly keepO?: (m: number, top: number, s: readonly number[]) => number
}): NonNullable<Tiling['absorb']> {
  const running = (m: number, s: readonly number[]) => Math.max(m, ...s)
  const shrink = (m: number, top: number) => Math.exp(m - top)
  const { top: topOf = running, from = (top: number) => top, keepL = shrink, keepO = shrink } = it
  return ({ m, l, o }, { s, V }) => {
    const top = topOf(m, s)
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
