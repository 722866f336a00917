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
    const acc = (j: number): [number, number, number[]] => {
      if (j === K.length) return [-Infinity, 0, V[0].map(() => 0)]
      const [m, l, o] = acc(j + 1)
      if (!keyMask[j]) return [m, l, o]
      const s = dot(q, K[j]) / Math.sqrt(q.length),
        n = Math.max(m, s),
        a = Math.exp(m - n),
        b = Math.exp(s - n)
      return [n, l * a + b, o.map((x, c) => x * a + b * V[j][c])]
    }
    const [, l, o] = acc(0)
    return l ? o.map((x) => x / l) : o
  })
}
