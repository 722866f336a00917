// misconception: window-one-less
const dot = (a: number[], b: number[]) => {
  let s = 0
  for (let i = 0; i < a.length; i++) s += a[i] * b[i]
  return s
}
const sm = (x: number[]) => {
  const m = Math.max(...x)
  const e = x.map((v) => Math.exp(v - m))
  const z = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / z)
}
export function slidingWindowAttention(
  Q: number[][],
  K: number[][],
  V: number[][],
  window: number,
  sinks: number,
): number[][] {
  return Q.map((q, i) => {
    const lo = Math.max(0, i - window + 2)
    const ks = [...K.slice(0, Math.min(sinks, lo)), ...K.slice(lo, i + 1)],
      vs = [...V.slice(0, Math.min(sinks, lo)), ...V.slice(lo, i + 1)]
    const w = sm(ks.map((k) => dot(q, k) / Math.sqrt(q.length)))
    return vs[0].map((_, c) => w.reduce((a, p, j) => a + p * vs[j][c], 0))
  })
}
