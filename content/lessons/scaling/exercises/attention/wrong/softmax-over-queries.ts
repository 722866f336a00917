// misconception: softmax-over-queries
const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

export function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const d = Q[0].length
  const columns = K.map((k) => softmax(Q.map((q) => dot(q, k) / Math.sqrt(d))))
  return Q.map((_, i) => {
    const weights = columns.map((column) => column[i])
    return V[0].map((_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0))
  })
}
