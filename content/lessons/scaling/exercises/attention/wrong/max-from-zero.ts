// misconception: max-from-zero
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
export function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const d = Q[0].length
  const out: number[][] = []
  for (let i = 0; i < Q.length; i++) {
    const s: number[] = []
    for (let j = 0; j < K.length; j++) {
      let a = 0
      for (let c = 0; c < d; c++) a += Q[i][c] * K[j][c]
      s.push(a / Math.sqrt(d))
    }
    let m = 0
    for (const v of s) if (v > m) m = v
    let z = 0
    const e: number[] = []
    for (const v of s) {
      const t = Math.exp(v - m)
      e.push(t)
      z += t
    }
    const o: number[] = []
    for (let c = 0; c < V[0].length; c++) {
      let a = 0
      for (let j = 0; j < K.length; j++) a += (e[j] / z) * V[j][c]
      o.push(a)
    }
    out.push(o)
  }
  return out
}
