// misconception: causal-mask-added
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
const T = (A: number[][]) => A[0].map((_, c) => A.map((r) => r[c]))
const mm = (A: number[][], B: number[][]) => A.map((r) => B[0].map((_, c) => r.reduce((s, v, i) => s + v * B[i][c], 0)))
export function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const A = mm(Q, T(K))
  const dk = K[0].length
  const S = A.map((r) => r.map((v) => v / Math.sqrt(dk)))
  const W = S.map((r, i) => sm(r.map((v, j) => (j > i + K.length - Q.length ? -Infinity : v))))
  return mm(W, V)
}
