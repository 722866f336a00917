function dot(a: number[], b: number[]) {
  return a.reduce((s, x, i) => s + x * b[i], 0)
}

function softmax(x: number[]) {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

export function attention(
  Q: number[][],
  K: number[][],
  V: number[][],
): number[][] {
  // A score sums as many products as a query and a key
  // have components. V may have a different width.
  const scale = 1 / Math.sqrt(Q[0].length)
  return Q.map((q) => {
    // Scale before the softmax: after it, the
    // weights have already saturated.
    const scores = K.map((k) => dot(q, k) * scale)
    const weights = softmax(scores)
    return V[0].map((_, c) =>
      weights.reduce((o, w, j) => o + w * V[j][c], 0),
    )
  })
}
