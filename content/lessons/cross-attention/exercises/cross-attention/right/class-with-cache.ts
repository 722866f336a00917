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
class Decoder {
  private cache = new Map<number[][], { K: number[][]; V: number[][] }>()
  constructor(
    private Wq: number[][],
    private Wk: number[][],
    private Wv: number[][],
  ) {}
  kv(Y: number[][]) {
    if (!this.cache.has(Y)) this.cache.set(Y, { K: mm(Y, this.Wk), V: mm(Y, this.Wv) })
    return this.cache.get(Y)!
  }
  run(X: number[][], Y: number[][]) {
    return X.map((x) => {
      const { K, V } = this.kv(Y)
      const q = mm([x], this.Wq)[0]
      const w = sm(K.map((k) => dot(k, q) / Math.sqrt(q.length)))
      return V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
    })
  }
}
export const crossAttention = (X: number[][], Y: number[][], Wq: number[][], Wk: number[][], Wv: number[][]) =>
  new Decoder(Wq, Wk, Wv).run(X, Y)
