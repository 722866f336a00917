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
export function causalAttention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const n = Q.length,
    d = Q[0].length
  const out: number[][] = []
  for (let i = 0; i < n; i++) {
    const s = new Array(n).fill(0)
    for (let j = 0; j < n; j++) {
      s[j] = dot(Q[i], K[j]) / Math.sqrt(d)
      if (j > i) s[j] = -Infinity
    }
    const w = sm(s)
    const o = new Array(V[0].length).fill(0)
    for (let j = 0; j < n; j++) for (let c = 0; c < o.length; c++) o[c] += w[j] * V[j][c]
    out.push(o)
  }
  return out
}
