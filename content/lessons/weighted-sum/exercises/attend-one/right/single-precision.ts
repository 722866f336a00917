const f = Math.fround
export function attendOne(q: number[], K: number[][], V: number[][]): number[] {
  const s = Float32Array.from(K, (k) => k.reduce((t, x, i) => f(t + f(x * q[i])), 0))
  const m = Math.max(...s)
  const e = s.map((x) => Math.exp(f(x - m)))
  const z = e.reduce((a, b) => f(a + b), 0)
  return V[0].map((_, c) => e.reduce((t, x, j) => f(t + f(f(x / z) * V[j][c])), 0))
}
