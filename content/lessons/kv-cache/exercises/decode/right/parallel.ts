// The parallel form with a causal mask: the same work, all tokens at once.
const matmul = (A: number[][], B: number[][]): number[][] =>
  A.map((row) => B[0].map((_, c) => row.reduce((s, x, i) => s + x * B[i][c], 0)))

export function decode(tokens: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][] {
  const [Q, K, V] = [Wq, Wk, Wv].map((W) => matmul(tokens, W))
  return Q.map((q, i) => {
    const scores = K.map((k, j) => (j <= i ? q.reduce((s, x, c) => s + x * k[c], 0) / Math.sqrt(q.length) : -Infinity))
    const max = Math.max(...scores)
    const e = scores.map((s) => Math.exp(s - max))
    const sum = e.reduce((a, b) => a + b, 0)
    return V[0].map((_, c) => e.reduce((s, w, j) => s + (w / sum) * V[j][c], 0))
  })
}
