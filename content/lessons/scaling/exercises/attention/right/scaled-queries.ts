// The factor sits on the queries, a fourth root on each side would do as well.
const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)
const softmax = (x: number[]): number[] => {
  const lse = Math.max(...x) + Math.log(x.reduce((s, v) => s + Math.exp(v - Math.max(...x)), 0))
  return x.map((v) => Math.exp(v - lse))
}
export function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const root = Q[0].length ** 0.25
  const keys = K.map((k) => k.map((x) => x / root))
  return Q.map((q) => q.map((x) => x / root)).map((q) => {
    const w = softmax(keys.map((k) => dot(q, k)))
    return V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
  })
}
