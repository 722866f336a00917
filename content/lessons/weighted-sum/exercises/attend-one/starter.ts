const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

export function attendOne(q: number[], K: number[][], V: number[][]): number[] {
  // 1. a score for each key  2. weights that sum to 1  3. an average of the rows of V
  return []
}
