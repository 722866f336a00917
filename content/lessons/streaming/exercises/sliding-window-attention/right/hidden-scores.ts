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
  const d = Q[0].length
  return Q.map((q, i) => {
    const s = K.map((k, j) => {
      const vis = j <= i && (i - j < window || j < sinks)
      return vis ? dot(q, k) / Math.sqrt(d) : -Infinity
    })
    const w = sm(s)
    return V[0].map((_, c) => w.reduce((a, p, j) => a + p * V[j][c], 0))
  })
}
