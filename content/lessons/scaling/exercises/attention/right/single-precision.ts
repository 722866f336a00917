const f = Math.fround
const sum = (x: ArrayLike<number>) => Array.from(x).reduce((s, v) => f(s + v), 0)
export function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const scale = f(1 / Math.sqrt(Q[0].length))
  return Q.map((q) => {
    const s = Float32Array.from(K, (k) => f(sum(q.map((x, i) => f(x * k[i]))) * scale))
    const m = Math.max(...s)
    const e = s.map((x) => Math.exp(f(x - m)))
    const z = sum(e)
    return V[0].map((_, c) => sum(V.map((v, j) => f(f(e[j] / z) * v[c]))))
  })
}
