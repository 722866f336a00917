// misconception: another-scale
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
const one = (q: number[], K: number[][], V: number[][], s = 1 / Math.sqrt(q.length)) => {
  const w = sm(K.map((k) => dot(q, k) * s))
  return V[0].map((_, c) => w.reduce((a, p, j) => a + p * V[j][c], 0))
}
export function groupedQueryAttention(Q: number[][][], K: number[][][], V: number[][][]): number[][][] {
  const r = Q.length / K.length
  const out: number[][][] = []
  for (let h = 0; h < Q.length; h++) {
    const g = Math.floor(h / r)
    out.push(Q[h].map((q) => one(q, K[g], V[g], 1 / Math.floor(Math.sqrt(q.length)))))
  }
  return out
}
