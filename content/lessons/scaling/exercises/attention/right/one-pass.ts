// Online softmax: keys and values are read once, no row of scores is kept.
export const attention = (Q: number[][], K: number[][], V: number[][]): number[][] =>
  Q.map((q) => {
    let m = -Infinity
    let l = 0
    let o = V[0].map(() => 0)
    for (const [j, k] of K.entries()) {
      const s = k.reduce((t, x, i) => t + x * q[i], 0) / Math.sqrt(k.length)
      const next = Math.max(m, s)
      const keep = Math.exp(m - next)
      const p = Math.exp(s - next)
      l = l * keep + p
      o = o.map((x, c) => x * keep + p * V[j][c])
      m = next
    }
    return o.map((x) => x / l)
  })
