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
  class C {
    keys: number[][] = []
    vals: number[][] = []
    step(q: number[], k: number[], v: number[]) {
      this.keys.push(k)
      this.vals.push(v)
      const w = sm(this.keys.map((x) => dot(q, x) / Math.sqrt(q.length)))
      return this.vals[0].map((_, c) => w.reduce((s, p, j) => s + p * this.vals[j][c], 0))
    }
  }
  const c = new C()
  return Q.map((q, i) => c.step(q, K[i], V[i]))
}
