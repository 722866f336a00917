// misconception: right-padding
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
  if (!keyMask.some(Boolean)) return Q.map(() => V[0].map(() => 0))
  const n = keyMask.indexOf(false) < 0 ? K.length : keyMask.indexOf(false)
  if (!n) return Q.map(() => V[0].map(() => 0))
  return Q.map((q) => {
    const w = sm(K.slice(0, n).map((k) => dot(q, k) / Math.sqrt(q.length)))
    return V[0].map((_, c) => w.reduce((a, p, j) => a + p * V[j][c], 0))
  })
}
