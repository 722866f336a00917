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
  const Q = mm(X, Wq),
    K = mm(Y, Wk),
    V = mm(Y, Wv)
  const d = Wq[0].length
  const out: number[][] = []
  for (let i = 0; i < X.length; i++) {
    const s: number[] = []
    for (let j = 0; j < Y.length; j++) s.push(dot(Q[i], K[j]) / Math.sqrt(d))
    const w = sm(s)
    const o = new Array(V[0].length).fill(0)
    for (let j = 0; j < Y.length; j++) for (let c = 0; c < o.length; c++) o[c] += w[j] * V[j][c]
    out.push(o)
  }
  return out
}
