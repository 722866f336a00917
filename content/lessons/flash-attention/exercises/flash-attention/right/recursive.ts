const dot = (a: number[], b: number[]) => {
  let s = 0
  for (let i = 0; i < a.length; i++) s += a[i] * b[i]
  return s
}
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const sc = 1 / Math.sqrt(Q[0].length)
  const go = (q: number[], b: number, m: number, l: number, o: number[]): number[] => {
    if (b >= K.length) return o.map((x) => x / l)
    const s = K.slice(b, b + blockSize).map((k) => dot(q, k) * sc)
    const nm = Math.max(m, ...s),
      a = Math.exp(m - nm)
    const p = s.map((x) => Math.exp(x - nm))
    return go(
      q,
      b + blockSize,
      nm,
      l * a + p.reduce((x, y) => x + y),
      o.map((x, c) => x * a + p.reduce((t, w, j) => t + w * V[b + j][c], 0)),
    )
  }
  return Q.map((q) =>
    go(
      q,
      0,
      -Infinity,
      0,
      V[0].map(() => 0),
    ),
  )
}
