const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

export function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  // The width of queries and keys: that many products are summed in every score.
  const scale = 1 / Math.sqrt(Q[0].length)
  return Q.map((q) => {
    // The scale comes before the softmax: after it, the weights would no longer sum to 1.
    const scores = K.map((k) => dot(q, k) * scale)
    const weights = softmax(scores)
    // As wide as a value, which may differ from the width of a key.
    return V[0].map((_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0))
  })
}
