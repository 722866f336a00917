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
  // scores: one per key
  // weights: positive, with sum 1
  // the result: the sum of the rows of V, each times its weight
  return []
}
