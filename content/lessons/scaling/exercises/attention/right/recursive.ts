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
export const attention = (Q: number[][], K: number[][], V: number[][]): number[][] => {
  const [q, ...rest] = Q
  const w = sm(K.map((k) => dot(q, k) / Math.sqrt(k.length)))
  const row = V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
  return rest.length ? [row, ...attention(rest, K, V)] : [row]
}
