import type { Matrix } from '#lib/grading/value.ts'
import { getWidth } from '../cross-attention/parametrized-attention.ts'

export type Heads = readonly Matrix[]

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

/** Head h gets columns h·w … (h + 1)·w − 1. */
export const split = (X: Matrix, h: number): number[][][] =>
  range(h).map((i) => X.map((row) => row.slice((i * row.length) / h, ((i + 1) * row.length) / h)))

/** Heads side by side. */
export const merge = (heads: Heads): number[][] =>
  (heads[0] ?? []).map((_, t) => heads.flatMap((head) => head[t] ?? []))

/** Head h gets every h-th column. */
export const splitStrided = (X: Matrix, h: number): number[][][] =>
  range(h).map((i) => X.map((row) => row.filter((_, c) => c % h === i)))

/** Columns of the heads in turn. */
export const mergeStrided = (heads: Heads): number[][] =>
  (heads[0] ?? []).map((row, t) => row.flatMap((_, c) => heads.map((head) => head[t]?.[c] ?? 0)))

/** The numbers of n × (h·w) read in order as h × n × w, no axis moved. */
export function splitInMemory(X: Matrix, h: number): number[][][] {
  const [n, w] = [X.length, getWidth(X) / h]
  const all = X.flat()
  return range(h).map((i) => range(n).map((t) => all.slice((i * n + t) * w, (i * n + t + 1) * w)))
}

/** The numbers of h × n × w read in order as n × (h·w), no axis moved. */
export function mergeInMemory(heads: Heads): number[][] {
  const n = heads[0]?.length ?? 0
  const all = heads.flat(2)
  return range(n).map((t) => all.slice((t * all.length) / n, ((t + 1) * all.length) / n))
}

export const reversed = <T>(list: readonly T[]): T[] => [...list].reverse()

export const summed = (heads: Heads): number[][] =>
  (heads[0] ?? []).map((row, t) => row.map((_, c) => heads.reduce((s, head) => s + (head[t]?.[c] ?? 0), 0)))
export const averaged = (heads: Heads): number[][] => summed(heads).map((row) => row.map((x) => x / heads.length))
