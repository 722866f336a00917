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
class A {
  private readonly s: number
  constructor(
    private K: number[][],
    private V: number[][],
  ) {
    this.s = 1 / Math.sqrt(K[0].length)
  }
  *rows(Q: number[][]) {
    for (const q of Q) yield this.one(q)
  }
  private one(q: number[]) {
    const w = sm(this.K.map((k) => dot(q, k) * this.s))
    const o = new Array(this.V[0].length).fill(0)
    w.forEach((p, j) => this.V[j].forEach((v, c) => (o[c] += p * v)))
    return o
  }
}
export function attention(Q: number[][], K: number[][], V: number[][]) {
  return [...new A(K, V).rows(Q)]
}
