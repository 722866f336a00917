const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0)

function softmax(x: number[]): number[] {
  const max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)
}

export function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  return Q.map((q) => {
    // scores: one for each key  weights: their softmax  output: that share of each row of V
    return []
  })
}
