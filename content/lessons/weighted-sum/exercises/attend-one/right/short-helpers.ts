const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

export function attendOne(q: number[], K: number[][], V: number[][]): number[] {
  const scores = K.map((k) => dot(q, k))
  const weights = softmax(scores)
  return V[0].map((_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0))
}
