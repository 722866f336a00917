const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

export function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const d = Q[0].length
  return Q.map((q) => {
    const scores = K.map((k) => dot(q, k) / Math.sqrt(d))
    const weights = softmax(scores)
    return V[0].map((_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0))
  })
}
