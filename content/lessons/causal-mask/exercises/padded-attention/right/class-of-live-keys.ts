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
  class P {
    constructor(
      private k = K,
      private v = V,
      private ok = keyMask,
    ) {}
    out(q: number[]): number[] {
      const live = [...this.ok.keys()].filter((j) => this.ok[j])
      if (!live.length) return this.v[0].map(() => 0)
      const s = new Map(live.map((j) => [j, dot(q, this.k[j]) / Math.sqrt(q.length)]))
      const mx = Math.max(...s.values())
      let z = 0
      for (const x of s.values()) z += Math.exp(x - mx)
      return this.v[0].map((_, c) => live.reduce((a, j) => a + (Math.exp(s.get(j)! - mx) / z) * this.v[j][c], 0))
    }
  }
  const p = new P()
  return Q.map((q) => p.out(q))
}
