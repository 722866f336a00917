// misconception: strictly-past-zeros
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
export function causalAttention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const d = Q[0].length
  return Q.map((q, i) => {
    if (i === 0) return V[0].slice()
    const w = sm(K.slice(0, i).map((k) => dot(q, k) / Math.sqrt(d)))
    return V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
  })
}
