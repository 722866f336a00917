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
  return Q.map((q) => {
    // scores: one per key
    // weights: their softmax
    // output: the average of the rows of V with these weights
    return []
  })
}
