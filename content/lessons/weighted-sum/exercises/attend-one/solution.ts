function dot(a: number[], b: number[]) {
  return a.reduce((s, x, i) => s + x * b[i], 0)
}

function softmax(x: number[]) {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

export function attendOne(
  q: number[],
  K: number[][],
  V: number[][],
): number[] {
  // How well does each key match the query?
  const scores = K.map((k) => dot(q, k))
  // Shares that sum to 1: it becomes an average.
  const weights = softmax(scores)
  // As wide as a row of V, not of K.
  return V[0].map((_, c) =>
    weights.reduce((o, w, j) => o + w * V[j][c], 0),
  )
}
