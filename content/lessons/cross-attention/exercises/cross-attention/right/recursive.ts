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
const mm = (A: number[][], B: number[][]) => A.map((r) => B[0].map((_, c) => r.reduce((s, v, i) => s + v * B[i][c], 0)))
export function crossAttention(
  X: number[][],
  Y: number[][],
  Wq: number[][],
  Wk: number[][],
  Wv: number[][],
): number[][] {
  const go = (i: number): number[][] => {
    if (i >= X.length) return []
    const q = mm([X[i]], Wq)[0]
    const w = sm(Y.map((y) => dot(q, mm([y], Wk)[0]) / Math.sqrt(q.length)))
    const row = Wv[0].map((_, c) => Y.reduce((s, y, j) => s + w[j] * y.reduce((a, v, k) => a + v * Wv[k][c], 0), 0))
    return [row].concat(go(i + 1))
  }
  return go(0)
}
