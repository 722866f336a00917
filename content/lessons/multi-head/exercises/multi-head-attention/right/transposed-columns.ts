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
const att = (q: number[][], k: number[][], v: number[][], s: number) =>
  q.map((a) => {
    const w = sm(k.map((b) => dot(a, b) * s))
    return v[0].map((_, c) => w.reduce((x, p, j) => x + p * v[j][c], 0))
  })
export function multiHeadAttention(
  X: number[][],
  Wq: number[][],
  Wk: number[][],
  Wv: number[][],
  Wo: number[][],
  numHeads: number,
): number[][] {
  const T = (M: number[][]) => M[0].map((_, c) => M.map((r) => r[c]))
  const d = Wq[0].length / numHeads
  const [q, k, v] = [Wq, Wk, Wv].map((W) => T(mm(X, W)))
  const merged: number[][] = []
  for (let h = 0; h < numHeads; h++) {
    const c = (M: number[][]) => T(M.slice(h * d, h * d + d))
    merged.push(...T(att(c(q), c(k), c(v), 1 / Math.sqrt(d))))
  }
  return mm(T(merged), Wo)
}
