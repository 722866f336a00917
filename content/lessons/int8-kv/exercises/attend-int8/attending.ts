/** A vector in eight bits. A type, not an interface: it is plain data. */
export type Row = { readonly q: readonly number[]; readonly scale: number }
type Vector = readonly number[]
export type Cached = readonly [q: Vector, K8: readonly Row[], V8: readonly Row[]]

/** Attention over a quantised cache as learners write it; steps that are left out are right. */
export interface AttendOverrides {
  readonly query?: (q: Vector) => Vector
  /** Factor of row j's whole numbers. */
  readonly kScale?: (j: number, K8: readonly Row[], V8: readonly Row[]) => number
  readonly vScale?: (j: number, K8: readonly Row[], V8: readonly Row[]) => number
  readonly root?: (d: number, dV: number, n: number) => number
  readonly shift?: (scores: Vector) => number
  readonly weigh?: (weights: Vector, K8: readonly Row[], V8: readonly Row[]) => Vector
  readonly finish?: (o: Vector, V8: readonly Row[]) => Vector
}

export function attending(overrides: AttendOverrides, [q, K8, V8]: Cached): number[] {
  const { query = (x) => x, kScale = (j, K) => K[j]?.scale ?? 0, vScale = (j, _K, V) => V[j]?.scale ?? 0 } = overrides
  const { root = (d) => Math.sqrt(d), shift = (s) => Math.max(...s), weigh = (w) => w, finish = (o) => o } = overrides
  const dV = V8[0]?.q.length ?? 1
  const x = query(q)
  const factor = root(q.length, dV, K8.length)
  const scores = K8.map((k, j) => (kScale(j, K8, V8) * k.q.reduce((t, v, c) => t + v * (x[c] ?? 0), 0)) / factor)
  const top = shift(scores)
  const e = scores.map((s) => Math.exp(s - top))
  const sum = e.reduce((a, b) => a + b, 0)
  const weights = weigh(
    e.map((w) => w / sum),
    K8,
    V8,
  )
  const o = Array.from({ length: dV }, (_, c) =>
    V8.reduce((t, v, j) => t + (weights[j] ?? 0) * vScale(j, K8, V8) * (v.q[c] ?? 0), 0),
  )
  return [...finish(o, V8)]
}

/** To int8 and back. */
export function coarse(x: Vector): number[] {
  const scale = Math.max(...x.map(Math.abs)) / 127
  return x.map((v) => (scale === 0 ? 0 : Math.round(v / scale) * scale))
}
export const meanScale = (rows: readonly Row[]): number => rows.reduce((t, r) => t + r.scale, 0) / rows.length
