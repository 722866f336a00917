// misconception: after-renorm-global-max
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
export function paddedAttention(Q: number[][], K: number[][], V: number[][], keyMask: boolean[]): number[][] {
  return Q.map((q) => {
    const p = sm(K.map((k) => dot(q, k) / Math.sqrt(q.length))).map((w, j) => (keyMask[j] ? w : 0))
    const z = p.reduce((a, b) => a + b) || 1
    return V[0].map((_, c) => p.reduce((a, w, j) => a + (w / z) * V[j][c], 0))
  })
}
