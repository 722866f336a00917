// One pass over the keys: the running sums are rescaled when the maximum grows.
export function attendOne(q: number[], K: number[][], V: number[][]): number[] {
  let m = -Infinity
  let l = 0
  let o = V[0].map(() => 0)
  K.forEach((k, j) => {
    const s = k.reduce((t, x, i) => t + x * q[i], 0)
    const next = Math.max(m, s)
    const keep = Math.exp(m - next)
    const p = Math.exp(s - next)
    l = l * keep + p
    o = o.map((x, c) => x * keep + p * V[j][c])
    m = next
  })
  return o.map((x) => x / l)
}
